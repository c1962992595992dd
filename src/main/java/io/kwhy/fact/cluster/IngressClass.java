package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * An IngressClass: which controller is to serve Ingresses of that name.
 *
 * @param standard whether Ingresses without a class belong to it
 */
public record IngressClass(String name, String controller, boolean standard, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "IngressClass " + name + " of " + controller + (standard ? ", the default" : "");
  }
}
