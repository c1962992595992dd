package io.kwhy.netfilter;

import java.util.List;

/**
 * One way that a packet can take through a host.
 *
 * @param with what the sender gets if the verdict is REJECTED, else ""
 * @param packet as it was at the end, translated, with its devices
 * @param end whether it was delivered to this host, sent on, or neither
 * @param gateway next hop if it is sent on, "" if its destination is on the link or not known
 * @param trail what had a part in it; the last step decided
 */
public record Way(
    Verdict verdict, String with, Packet packet, End end, String gateway, List<Step> trail) {

  /** Where it ended. */
  public enum End {
    HERE,
    SENT_ON,
    NOWHERE
  }

  public Way {
    trail = List.copyOf(trail);
  }

  /** The step that decided. */
  public Step deciding() {
    return trail.get(trail.size() - 1);
  }

  /** Where ways part: what this one supposes, and what chance picked. */
  List<Step> partings() {
    return trail.stream().filter(step -> step.sort().parts()).toList();
  }

  /** Whether it is taken only if something holds that can't be told. */
  public boolean supposes() {
    return trail.stream()
        .anyMatch(
            step -> step.sort() == Step.Sort.IF_MATCHED || step.sort() == Step.Sort.UNLESS_MATCHED);
  }

  /** Whether a rule has a part in it that may not match. */
  boolean supposesMatch() {
    return trail.stream().anyMatch(step -> step.sort() == Step.Sort.IF_MATCHED);
  }

  boolean endsAs(Way other) {
    return verdict == other.verdict && with.equals(other.with);
  }
}
