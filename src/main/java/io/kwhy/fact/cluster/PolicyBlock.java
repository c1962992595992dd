package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;

/**
 * A connection that a NetworkPolicy does not let through.
 *
 * @param direction ingress or egress: at which of its ends
 * @param namespace of the policy
 * @param clientKind pod or node
 * @param clientNamespace {@code ""} for a node
 * @param serverNamespace {@code ""} where no pod is asked
 * @param server pod that is asked, or an address
 * @param port that is asked for at the pod; 0 where it is not known as a number
 * @param created when the policy was made
 */
public record PolicyBlock(
    String direction,
    String namespace,
    String policy,
    String clientKind,
    String clientNamespace,
    String client,
    String serverNamespace,
    String server,
    int port,
    Instant created,
    Origin origin)
    implements Fact {

  /** Who asks, in words. */
  public String asker() {
    return clientKind + " " + (clientNamespace.isEmpty() ? "" : clientNamespace + "/") + client;
  }

  /** Who is asked, in words. */
  public String asked() {
    return (serverNamespace.isEmpty() ? server : "pod " + serverNamespace + "/" + server)
        + (port == 0 ? "" : ", port " + port);
  }

  @Override
  public String text() {
    return "NetworkPolicy "
        + namespace
        + "/"
        + policy
        + " lets nothing through from "
        + asker()
        + " to "
        + asked()
        + " ("
        + direction
        + ")";
  }

  @Override
  public Instant since() {
    return created;
  }
}
