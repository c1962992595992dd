package io.kwhy.netfilter.iptables;

import io.kwhy.netfilter.Action;
import io.kwhy.netfilter.Changes;
import io.kwhy.netfilter.IpAddress;
import io.kwhy.netfilter.IpPrefix;
import io.kwhy.netfilter.Translations;
import io.kwhy.netfilter.Translations.Range;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Targets, with their options. */
final class Targets {

  private static final Set<String> WITHOUT_BEARING =
      Set.of(
          "LOG",
          "NFLOG",
          "ULOG",
          "TRACE",
          "TCPMSS",
          "TCPOPTSTRIP",
          "CHECKSUM",
          "CLASSIFY",
          "DSCP",
          "TOS",
          "TTL",
          "HL",
          "ECN",
          "AUDIT",
          "SECMARK",
          "CONNSECMARK",
          "TEE",
          "IDLETIMER",
          "RATEEST",
          "LED",
          "SET");

  /** A target with its options: name to words, in the order of the line. */
  private final String name;

  private final Map<String, List<String>> options;

  private Targets(String name, Map<String, List<String>> options) {
    this.name = name;
    this.options = options;
  }

  /**
   * What a target does; a name that is none of iptables' is a chain.
   *
   * @throws IllegalArgumentException if its options are not of the form that iptables prints
   */
  static Action of(String name, Map<String, List<String>> options) {
    return new Targets(name, options).action();
  }

  private Action action() {
    if (WITHOUT_BEARING.contains(name)) {
      return new Action.Nothing();
    }
    return switch (name) {
      case "ACCEPT" -> new Action.Accept();
      case "DROP" -> new Action.Drop();
      case "RETURN" -> new Action.Return();
      case "REJECT" -> new Action.Reject(word("--reject-with", "icmp-port-unreachable"));
      case "MARK" -> mark();
      case "CONNMARK" -> connectionMark();
      case "NOTRACK" -> new Changes.Untrack();
      case "CT" -> options.containsKey("--notrack") ? new Changes.Untrack() : new Action.Nothing();
      case "DNAT" -> new Translations.Destination(range(word("--to-destination", "")));
      case "SNAT" -> new Translations.Source(range(word("--to-source", "")));
      case "MASQUERADE" -> new Translations.Masquerade(ports(word("--to-ports", "")));
      case "REDIRECT" -> new Translations.Redirect(ports(word("--to-ports", "")));
      default -> new Action.Unknown();
    };
  }

  /** NETMAP maps sources after routing, destinations before. */
  static Action network(Map<String, List<String>> options, boolean source) {
    String to = new Targets("NETMAP", options).word("--to", "");
    return new Translations.Network(IpPrefix.of(to), source);
  }

  private String word(String option, String otherwise) {
    List<String> words = options.getOrDefault(option, List.of());
    return words.isEmpty() ? otherwise : words.get(0);
  }

  private Action mark() {
    String option = options.keySet().stream().findFirst().orElse("");
    String word = word(option, "0");
    int value = NumberRanges.value(word);
    int mask = NumberRanges.mask(word);
    return switch (option) {
      case "--set-xmark" -> new Changes.SetMark(mask, value);
      case "--set-mark" -> new Changes.SetMark(value | mask, value);
      case "--and-mark" -> new Changes.SetMark(~value, 0);
      case "--or-mark" -> new Changes.SetMark(value, value);
      case "--xor-mark" -> new Changes.SetMark(0, value);
      default -> new Action.Unknown();
    };
  }

  private Action connectionMark() {
    String word = word("--set-xmark", word("--set-mark", ""));
    if (!word.isEmpty()) {
      int value = NumberRanges.value(word);
      int mask = NumberRanges.mask(word);
      return new Changes.SetConnectionMark(
          options.containsKey("--set-xmark") ? mask : value | mask, value);
    }
    int shared = NumberRanges.bits(word("--mask", "0xffffffff"));
    int connection = NumberRanges.bits(word("--ctmask", Integer.toString(shared)));
    int packet = NumberRanges.bits(word("--nfmask", Integer.toString(shared)));
    if (options.containsKey("--save-mark")) {
      return new Changes.SaveMark(connection, packet);
    }
    return options.containsKey("--restore-mark")
        ? new Changes.RestoreMark(connection, packet)
        : new Action.Unknown();
  }

  /** {@code 10.0.0.1-10.0.0.3:80-90}, {@code [fd00::1]:80}, {@code :80}, {@code 10.0.0.1}. */
  private Range range(String word) {
    int close = word.indexOf(']');
    int colon = close >= 0 || isV4(word) ? word.indexOf(':', Math.max(close, 0)) : -1;
    String addresses = colon < 0 ? word : word.substring(0, colon);
    Range ports = ports(colon < 0 ? "" : word.substring(colon + 1).replaceAll("/.*", ""));
    List<IpAddress> all = addresses(addresses.replace("[", "").replace("]", ""));
    return new Range(all, ports.firstPort(), ports.lastPort(), ports.random());
  }

  private static boolean isV4(String word) {
    return word.startsWith(":") || (word.indexOf('.') > 0 && !word.contains("::"));
  }

  private static List<IpAddress> addresses(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    int dash = text.indexOf('-');
    IpAddress first = IpAddress.of(dash < 0 ? text : text.substring(0, dash));
    return Range.between(first, IpAddress.of(text.substring(dash + 1)))
        .orElseThrow(() -> new IllegalArgumentException("many addresses: " + text));
  }

  private Range ports(String text) {
    boolean random = options.containsKey("--random") || options.containsKey("--random-fully");
    if (text.isEmpty()) {
      return new Range(List.of(), 0, 0, random);
    }
    int dash = text.indexOf('-');
    int first = Integer.parseInt(dash < 0 ? text : text.substring(0, dash));
    return new Range(List.of(), first, Integer.parseInt(text.substring(dash + 1)), random);
  }
}
