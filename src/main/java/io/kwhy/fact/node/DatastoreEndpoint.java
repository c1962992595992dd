package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * Where a server was told to keep the cluster's state; never the credentials.
 *
 * @param kind mysql, postgres, etcd, nats, sqlite; {@code ""} where the setting names none
 * @param address {@code ""} where there is none
 * @param port the kind's usual one where the setting has none; 0 where that is not known either
 * @param problem what is wrong with its form; {@code ""} where nothing is
 */
public record DatastoreEndpoint(
    String node, String kind, String address, int port, String problem, Origin origin)
    implements Fact {
  @Override
  public String text() {
    String place = address.isEmpty() ? "" : " " + address + (port == 0 ? "" : ":" + port);
    return "datastore-endpoint: "
        + (kind.isEmpty() ? "(hidden)" : kind)
        + place
        + (problem.isEmpty() ? "" : "; " + problem);
  }
}
