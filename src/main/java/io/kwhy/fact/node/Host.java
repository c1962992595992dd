package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.util.List;

/**
 * A host as the bundle's manifest lists it.
 *
 * @param node its Node's name where that is known, else the one that it has in the bundle
 * @param role server, agent or {@code ""}
 */
public record Host(
    String node,
    String role,
    String hostname,
    List<String> addresses,
    boolean collected,
    Origin origin)
    implements Fact {
  public Host {
    addresses = List.copyOf(addresses);
  }

  @Override
  public String text() {
    return "host "
        + node
        + (role.isEmpty() ? "" : ", " + role)
        + (collected ? "" : ", could not be logged in to");
  }
}
