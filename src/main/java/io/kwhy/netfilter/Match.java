package io.kwhy.netfilter;

/** A condition of a rule. */
public non-sealed interface Match extends Statement {

  /** Whether it holds for a packet; unknown where the evidence does not tell. */
  Truth test(Packet packet, HostNetwork host);

  /** Whether chance decides, not evidence that is missing. */
  default boolean byChance() {
    return false;
  }
}
