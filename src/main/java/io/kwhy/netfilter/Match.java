package io.kwhy.netfilter;

/** A condition of a rule. */
public non-sealed interface Match extends Statement {

  Truth test(Packet packet, HostNetwork host);

  /** Whether chance decides, not evidence that is missing. */
  default boolean byChance() {
    return false;
  }
}
