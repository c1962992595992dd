package io.kwhy.netfilter;

/** A routing decision. */
sealed interface Routed {

  /** To this host. */
  record Here(String device) implements Routed {}

  record Onward(Device device, String gateway) implements Routed {}

  /** Nowhere: why, as a sentence. */
  record Nowhere(String why) implements Routed {}

  /** The evidence does not tell. */
  record NotKnown(String why) implements Routed {}
}
