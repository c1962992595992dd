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
import java.util.List;
import java.util.Map;

/**
 * Lets packets of one kind pass at a host from all peers at once: each verdict knows only what
 * helps its own peer, and who mends one of three has mended nothing.
 */
final class SharedRemedies {
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
    return commands.stream().flatMap(String::lines).distinct().collect(joining("\n"));
  }
}
