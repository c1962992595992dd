package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * An address behind a Service.
 *
 * @param service name of the Service
 * @param slice name of the EndpointSlice; {@code ""} for one of an Endpoints object, which says the
 *     same once more
 * @param ready whether kube-proxy sends to it
 * @param serving ready but for the pod's being on its way out
 * @param node where it is; {@code ""} where that is not said
 * @param targetKind kind of what has the address, mostly Pod
 */
public record Endpoint(
    String namespace,
    String service,
    String slice,
    String address,
    boolean ready,
    boolean serving,
    boolean terminating,
    String node,
    String targetKind,
    String targetName,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "endpoint "
        + address
        + " of Service "
        + namespace
        + "/"
        + service
        + (ready ? "" : ", not ready")
        + (terminating ? ", terminating" : "")
        + (targetName.isEmpty() ? "" : " (" + targetKind + " " + targetName + ")");
  }
}
