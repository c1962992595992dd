package io.kwhy.collect.node;

import java.util.List;
import java.util.Optional;

/**
 * A host to look at.
 *
 * @param name in the bundle: that of its Node, where it has one
 * @param role server, agent or {@code ""}
 * @param hostname {@code ""} where it is not known
 * @param addresses the one to log in to first
 */
public record NodeTarget(String name, String role, String hostname, List<String> addresses) {
  public NodeTarget {
    addresses = List.copyOf(addresses);
  }

  /** Where to log in; the host's name where no address is known. */
  Optional<String> address() {
    return addresses.stream().findFirst().or(() -> Optional.of(name));
  }
}
