package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.util.List;

/** A Secret from which an Ingress takes a certificate. */
public record IngressTls(
    String namespace, String ingress, String secret, List<String> hosts, Origin origin)
    implements Fact {
  public IngressTls {
    hosts = List.copyOf(hosts);
  }

  @Override
  public String text() {
    return "Ingress " + namespace + "/" + ingress + " takes its certificate from Secret " + secret;
  }
}
