package io.kwhy.collect.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A host to look at.
 *
 * @param name in the bundle: that of its Node, where it has one
 * @param role server, agent or {@code ""}
 * @param hostname {@code ""} where it is not known
 * @param addresses the one to log in to first
 */
public record NodeTarget(String name, String role, String hostname, List<String> addresses) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");

  public NodeTarget {
    addresses = List.copyOf(addresses);
  }

  /** Whether it is called as a Node may be: its name becomes a path, and an address without one. */
  public boolean isNamed() {
    return NAME.matcher(name).matches();
  }

  /** Where to log in; the host's name where no address is known. */
  Optional<String> address() {
    return addresses.stream().findFirst().or(() -> Optional.of(name));
  }

  /** The same host, reached by this address before all others. */
  NodeTarget at(String address) {
    List<String> all = new ArrayList<>(addresses);
    all.remove(address);
    all.add(0, address);
    return new NodeTarget(name, role, hostname, all);
  }
}
