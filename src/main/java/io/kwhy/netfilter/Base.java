package io.kwhy.netfilter;

import java.util.List;

/**
 * What makes a chain a base chain.
 *
 * @param priority chains of a hook run from low to high; connection tracking is at -200
 * @param devices those of an ingress chain; none for the others
 * @param drops whether the policy drops
 */
public record Base(Kind kind, Hook hook, int priority, List<String> devices, boolean drops) {

  public Base {
    devices = List.copyOf(devices);
  }

  /** What a chain may do. */
  public enum Kind {
    FILTER,
    /** Asked for the first packet of a connection only. */
    NAT,
    /** A changed mark makes the packet be routed anew. */
    ROUTE
  }
}
