package io.kwhy.fact.workload;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * How many Nodes meet what a waiting pod requires of their labels.
 *
 * @param nodes Nodes there are
 * @param meeting Nodes that meet its nodeSelector and node affinity
 * @param unmet the first condition that no Node meets; {@code ""} where each is met by some
 * @param near value or key that comes closest to it on a Node; {@code ""} for none
 */
public record NodeChoice(
    String namespace, String pod, int nodes, int meeting, String unmet, String near, Origin origin)
    implements Fact {
  /** What cannot be met: one condition alone, or all of them together. */
  public String condition() {
    return unmet.isEmpty() ? "all of its conditions at once" : unmet;
  }

  /**
   * A label that would meet the condition; {@code KEY=VALUE} where it wants more than one label.
   */
  public String label() {
    return unmet.matches("[^ =!]+=[^ =]+") ? unmet : "KEY=VALUE";
  }

  /** A sentence on what comes closest; {@code ""} where nothing does. */
  public String hint() {
    return near.isEmpty() ? "" : "The closest is " + near + ".";
  }

  @Override
  public String text() {
    return "Pod "
        + namespace
        + "/"
        + pod
        + ": "
        + meeting
        + " of "
        + nodes
        + " nodes meet its conditions on labels"
        + (unmet.isEmpty() ? "" : "; none has " + unmet)
        + (near.isEmpty() ? "" : ", the closest is " + near);
  }
}
