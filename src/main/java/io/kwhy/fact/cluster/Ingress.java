package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;
import java.util.List;

/**
 * An Ingress object.
 *
 * @param ingressClass of its spec or, as older ones have it, of its annotation; {@code ""} for the
 *     default class
 * @param annotated whether it is the annotation's, which a controller may serve that has made no
 *     IngressClass
 * @param addresses in status.loadBalancer
 */
public record Ingress(
    String namespace,
    String name,
    String ingressClass,
    boolean annotated,
    List<String> addresses,
    Instant created,
    boolean deleting,
    Origin origin)
    implements Fact {
  public Ingress {
    addresses = List.copyOf(addresses);
  }

  @Override
  public String text() {
    return "Ingress "
        + namespace
        + "/"
        + name
        + (ingressClass.isEmpty() ? " without a class" : " of class " + ingressClass);
  }

  @Override
  public Instant since() {
    return created;
  }
}
