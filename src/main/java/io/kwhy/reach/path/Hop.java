package io.kwhy.reach.path;

import java.util.List;

/**
 * A host that a packet passes, or does not.
 *
 * @param answer on the way back
 * @param layer packet, or the tunnel that carries it: vxlan, wireguard
 * @param in interface by which it comes; {@code ""} if it is sent there
 * @param out interface by which it leaves; {@code ""} if it does not
 * @param before protocol and ends as it comes
 * @param after the same as it leaves; differs where addresses are translated
 * @param fate of this host; ARRIVES also where it passes well
 * @param note what is to be said besides, {@code ""} for nothing
 */
public record Hop(
    boolean answer,
    String node,
    String layer,
    String in,
    String out,
    String before,
    String after,
    Fate fate,
    List<Decision> decisions,
    String note) {
  public Hop {
    decisions = List.copyOf(decisions);
  }
}
