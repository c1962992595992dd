package io.kwhy.fact.network;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.util.List;

/**
 * The addresses that the CNI plugin host-local has given to pods of a host and not taken back.
 *
 * @param addresses in the order of the listing
 */
public record PodAddressReservations(String node, List<String> addresses, Origin origin)
    implements Fact {
  public PodAddressReservations {
    addresses = List.copyOf(addresses);
  }

  @Override
  public String text() {
    return addresses.size() + " pod addresses are reserved on " + node;
  }
}
