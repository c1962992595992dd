package io.kwhy.netfilter;

import java.util.List;

/**
 * What becomes of a packet on a host.
 *
 * @param ways at least one; several if chance decides (endpoints of a service) or if evidence is
 *     missing, in the order of the rules
 */
public record Outcome(List<Way> ways) {

  public Outcome {
    ways = List.copyOf(ways);
    if (ways.isEmpty()) {
      throw new IllegalArgumentException("a packet takes at least one way");
    }
  }

  /** What all ways agree in, else UNDETERMINED. */
  public Verdict verdict() {
    return agreed() ? first().verdict() : Verdict.UNDETERMINED;
  }

  /** What the sender gets, if the verdict is REJECTED; else "". */
  public String with() {
    return agreed() ? first().with() : "";
  }

  /** The step that decided, or the one that left it open. */
  public Step deciding() {
    return ways.stream()
        .filter(way -> !way.endsAs(first()))
        .findFirst()
        .map(other -> parting(first().partings(), other.partings()))
        .orElseGet(() -> surest().deciding());
  }

  /**
   * Of ways that end alike, one that no rule decides of which nobody can tell whether it matches:
   * without that rule the packet would end the same.
   */
  private Way surest() {
    return ways.stream().filter(way -> !way.supposesMatch()).findFirst().orElseGet(this::first);
  }

  /** The first of the ways. */
  public Way first() {
    return ways.get(0);
  }

  private boolean agreed() {
    return ways.stream().allMatch(first()::endsAs);
  }

  private Step parting(List<Step> one, List<Step> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      if (!one.get(i).equals(other.get(i))) {
        return one.get(i);
      }
    }
    List<Step> longer = one.size() > other.size() ? one : other;
    return longer.isEmpty() ? first().deciding() : longer.get(Math.min(one.size(), other.size()));
  }
}
