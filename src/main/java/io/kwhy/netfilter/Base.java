package io.kwhy.netfilter;

/**
 * What makes a chain a base chain.
 *
 * @param priority chains of a hook run from low to high; connection tracking is at -200
 * @param device the device of an ingress chain; "" for the others
 * @param drops whether the policy drops
 */
public record Base(Kind kind, Hook hook, int priority, String device, boolean drops) {

  /** What a chain may do. */
  public enum Kind {
    FILTER,
    /** Asked for the first packet of a connection only. */
    NAT,
    /** A changed mark makes the packet be routed anew. */
    ROUTE
  }
}
