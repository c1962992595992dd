package io.kwhy.fact.names;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * A server to which a CoreDNS pod hands on questions.
 *
 * @param node host that the pod runs on
 * @param zone for which it does, with a final dot; {@code .} is everything else
 * @param inherited whether the address is from the host's resolv.conf, not from the Corefile
 * @param source the file that names the address
 * @param configMap that this file is of, or empty where it is the host's
 */
public record Upstream(
    String namespace,
    String pod,
    String node,
    String zone,
    String address,
    int port,
    boolean inherited,
    String source,
    String configMap,
    Origin origin)
    implements Fact {
  /** Whether questions for a name go to it. */
  public boolean takes(String name) {
    return zone.equals(".") || ("." + name + ".").endsWith("." + zone);
  }

  /** The names whose questions go to it, in words. */
  public String names() {
    return zone.equals(".") ? "all others" : "those of zone " + zone;
  }

  /** Its address, with the port where that is not the usual one. */
  public String server() {
    return port == 53
        ? address
        : (address.contains(":") ? "[" + address + "]" : address) + ":" + port;
  }

  @Override
  public String text() {
    return "CoreDNS on "
        + node
        + " forwards "
        + (zone.equals(".") ? "all other names" : zone)
        + " to "
        + server()
        + " (from "
        + source
        + ")";
  }
}
