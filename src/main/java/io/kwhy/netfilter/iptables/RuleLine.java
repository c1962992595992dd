package io.kwhy.netfilter.iptables;

import io.kwhy.netfilter.Action;
import io.kwhy.netfilter.AddressType;
import io.kwhy.netfilter.AddressType.Limit;
import io.kwhy.netfilter.Comparison;
import io.kwhy.netfilter.Field;
import io.kwhy.netfilter.IpPrefix;
import io.kwhy.netfilter.Match;
import io.kwhy.netfilter.Matches;
import io.kwhy.netfilter.PacketField;
import io.kwhy.netfilter.Pattern;
import io.kwhy.netfilter.Protocol;
import io.kwhy.netfilter.ReverseRoute;
import io.kwhy.netfilter.Statement;
import io.kwhy.netfilter.Truth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The conditions and the target of a line that begins with {@code -A}. What is not known becomes a
 * condition or an action that is not known, never nothing.
 */
final class RuleLine {
  private static final Map<String, Option> OPTIONS =
      Stream.of(PacketOptions.ALL, ConnectionOptions.ALL, HostOptions.ALL)
          .flatMap(map -> map.entrySet().stream())
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  private static final Set<String> MODULES =
      OPTIONS.keySet().stream()
          .map(key -> key.substring(0, key.indexOf(' ')))
          .collect(Collectors.toUnmodifiableSet());

  private final List<String> words;
  private final Set<String> chains;
  private final boolean afterRouting;
  private final List<Statement> statements = new ArrayList<>();
  private String module = "";
  private int at;

  private RuleLine(List<String> words, Set<String> chains, boolean afterRouting) {
    this.words = words;
    this.chains = chains;
    this.afterRouting = afterRouting;
  }

  /**
   * What the words after the chain's name say.
   *
   * @param chains the table's chains, to tell them from targets
   */
  static List<Statement> read(List<String> words, Set<String> chains, boolean afterRouting) {
    RuleLine line = new RuleLine(words, chains, afterRouting);
    while (line.at < words.size()) {
      line.option();
    }
    return line.statements;
  }

  private String next() {
    if (at == words.size()) {
      throw new IllegalArgumentException("the line ends too early");
    }
    return words.get(at++);
  }

  private void option() {
    boolean negated = words.get(at).equals("!");
    at += negated ? 1 : 0;
    String name = next();
    switch (name) {
      case "-m", "--match" -> module = module(next());
      case "-p", "--protocol" -> protocol(negated);
      case "-s", "--source" -> statements.add(address(PacketField.SOURCE, negated));
      case "-d", "--destination" -> statements.add(address(PacketField.DESTINATION, negated));
      case "-i", "--in-interface" -> statements.add(device(PacketField.IN, negated));
      case "-o", "--out-interface" -> statements.add(device(PacketField.OUT, negated));
      case "-f", "--fragment" ->
          statements.add(
              new Comparison(PacketField.LATER_FRAGMENT, new Pattern.Exactly(1L), negated));
      case "-c", "--set-counters" -> at = Math.min(words.size(), at + 2);
      case "-4", "--ipv4", "-6", "--ipv6" -> {}
      case "-g", "--goto" -> statements.add(new Action.Goto(next()));
      case "-j", "--jump" -> statements.add(target(next()));
      case "--loose", "--validmark", "--accept-local", "--invert" -> reversePath(name);
      case "--limit-iface-in" -> limitAddress(Limit.IN);
      case "--limit-iface-out" -> limitAddress(Limit.OUT);
      default -> condition(ofModule(name, negated));
    }
  }

  /** What always holds is left out, and what is not known is said once. */
  private void condition(Match match) {
    if (match instanceof Matches.Always always) {
      boolean again = !statements.isEmpty() && statements.get(statements.size() - 1).equals(always);
      if (always.truth() == Truth.YES || again) {
        return;
      }
    }
    statements.add(match);
  }

  /** Options of rpfilter: the check itself stands before them. */
  private void reversePath(String option) {
    if (!module.equals("rpfilter")) {
      condition(ofModule(option, false));
      return;
    }
    statements.replaceAll(
        statement ->
            statement instanceof Comparison c && c.field() instanceof ReverseRoute back
                ? new Comparison(
                    new ReverseRoute(
                        back.sameDevice() && !option.equals("--loose"),
                        back.byMark() || option.equals("--validmark")),
                    c.pattern(),
                    c.negated() || option.equals("--invert"))
                : statement);
  }

  /** Of addrtype's types before it: only addresses of one device count. */
  private void limitAddress(Limit limit) {
    statements.replaceAll(
        statement ->
            statement instanceof Comparison c && c.field() instanceof AddressType type
                ? new Comparison(new AddressType(type.source(), limit), c.pattern(), c.negated())
                : statement);
  }

  /** Modules that are not known say so even if they have no options. */
  private String module(String name) {
    if (name.equals("rpfilter")) {
      statements.add(Comparison.is(new ReverseRoute(true, false), 1L));
    } else if (!MODULES.contains(name)) {
      condition(new Matches.Always(Truth.UNKNOWN));
    }
    return name;
  }

  private void protocol(boolean negated) {
    String name = next();
    if (!name.equals("all") && !name.equals("0")) {
      long number =
          Protocol.parse(name)
              .orElseThrow(() -> new IllegalArgumentException("no protocol: " + name));
      statements.add(new Comparison(PacketField.PROTOCOL, new Pattern.Exactly(number), negated));
    }
    // Old versions leave out "-m tcp" where "-p tcp" says as much.
    module = name.equals("ipv6-icmp") || name.equals("icmpv6") ? "icmp6" : name;
  }

  private Match address(Field field, boolean negatedBefore) {
    boolean negated = negatedWithin() || negatedBefore;
    Pattern network = Pattern.Addresses.of(IpPrefix.of(next()));
    return new Comparison(field, network, negated);
  }

  private Match device(Field field, boolean negatedBefore) {
    boolean negated = negatedWithin() || negatedBefore;
    return new Comparison(field, HostOptions.device(next()), negated);
  }

  /** {@code -s ! 10.0.0.0/8}, as iptables before 1.4 prints it. */
  private boolean negatedWithin() {
    boolean negated = at < words.size() && words.get(at).equals("!");
    at += negated ? 1 : 0;
    return negated;
  }

  private Match ofModule(String name, boolean negated) {
    Option option = OPTIONS.get(module + " " + name);
    if (option == null || words.size() - at < option.arguments()) {
      at += arguments(at).size();
      return new Matches.Always(Truth.UNKNOWN);
    }
    List<String> own = words.subList(at, at + option.arguments());
    at += option.arguments();
    return option.reading().match(own, negated);
  }

  /** Words up to the next option. */
  private List<String> arguments(int from) {
    int end = from;
    while (end < words.size()
        && !words.get(end).equals("!")
        && !words.get(end).matches("--?[a-zA-Z0-9][-a-zA-Z0-9]*")) {
      end++;
    }
    return words.subList(from, end);
  }

  private Action target(String name) {
    Map<String, List<String>> options = new LinkedHashMap<>();
    while (at < words.size()) {
      String option = next();
      List<String> own = arguments(at);
      at += own.size();
      options.put(option, own);
    }
    if (chains.contains(name)) {
      return new Action.Jump(name);
    }
    return name.equals("NETMAP")
        ? Targets.network(options, afterRouting)
        : Targets.of(name, options);
  }
}
