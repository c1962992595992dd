package io.kwhy.reach;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.kwhy.fact.Fact;
import io.kwhy.fact.network.FlowVerdict;
import io.kwhy.fact.network.Remedy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets packets of one kind pass at a host from all peers at once: each verdict knows only what
 * helps its own peer, and who mends one of three has mended nothing.
 */
final class SharedRemedies {
  /** What accepts packets from one address, as {@link Remedies} writes it. */
  private static final Pattern ACCEPT =
      Pattern.compile("(ip6?tables\\S* -t \\S+ -A \\S+ -s |nft add rule .* saddr )(\\S+)( .*)");

  private record Kind(String node, String flow, String fate, String effect, String lasting) {
    static Kind of(FlowVerdict verdict) {
      Remedy remedy = verdict.remedy();
      String fate = verdict.verdict().equals("rejected") ? "dropped" : verdict.verdict();
      return new Kind(verdict.node(), verdict.flow(), fate, remedy.effect(), remedy.lasting());
    }
  }

  private final Map<Kind, List<Remedy>> remedies;

  private SharedRemedies(Collection<Fact> facts) {
    remedies =
        facts.stream()
            .filter(FlowVerdict.class::isInstance)
            .map(FlowVerdict.class::cast)
            .filter(verdict -> !verdict.remedy().equals(Remedy.NONE))
            .collect(groupingBy(Kind::of, mapping(FlowVerdict::remedy, toList())));
  }

  /** The same facts, in the same order. */
  static List<Fact> shared(Collection<Fact> facts) {
    SharedRemedies shared = new SharedRemedies(facts);
    Map<Kind, Remedy> joined = new LinkedHashMap<>();
    List<Fact> all = new ArrayList<>(facts.size());
    for (Fact fact : facts) {
      all.add(
          fact instanceof FlowVerdict verdict && !verdict.remedy().equals(Remedy.NONE)
              ? verdict.with(joined.computeIfAbsent(Kind.of(verdict), shared::join))
              : fact);
    }
    return all;
  }

  private Remedy join(Kind kind) {
    List<Remedy> parts = remedies.get(kind);
    return new Remedy(
        joined(parts.stream().map(Remedy::command).toList()),
        kind.effect,
        kind.lasting,
        joined(parts.stream().map(Remedy::lastingCommand).toList()));
  }

  private static String joined(List<String> commands) {
    Set<String> lines = new LinkedHashSet<>();
    commands.forEach(command -> lines.addAll(command.lines().toList()));
    Map<String, Set<String>> sources = new LinkedHashMap<>();
    for (String line : lines) {
      Matcher accept = ACCEPT.matcher(line);
      if (accept.matches()) {
        sources
            .computeIfAbsent(
                accept.group(1) + "\0" + accept.group(3), form -> new LinkedHashSet<>())
            .add(accept.group(2));
      } else {
        sources.put(line, Set.of());
      }
    }
    return sources.entrySet().stream()
        .map(each -> each.getKey().replace("\0", list(each.getKey(), each.getValue())))
        .collect(joining("\n"));
  }

  /** Several addresses in one place, as the program writes a list. */
  private static String list(String form, Set<String> addresses) {
    if (form.startsWith("nft ") && addresses.size() > 1) {
      return "{ " + String.join(", ", addresses) + " }";
    }
    return String.join(",", addresses);
  }
}
