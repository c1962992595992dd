package io.kwhy.reach.path;

import java.util.List;

/**
 * One course that a packet may take: a service has one for each endpoint.
 *
 * @param end where it was going at last, address and port
 */
public record Course(String end, Fate fate, List<Hop> hops) {
  public Course {
    hops = List.copyOf(hops);
  }

  /** The hop at which it ended. */
  public Hop last() {
    return hops.get(hops.size() - 1);
  }
}
