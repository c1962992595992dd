package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/** An IngressClass: which controller is to serve Ingresses of that name. */
public record IngressClass(String name, String controller, boolean isDefault, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "IngressClass " + name + " of " + controller + (isDefault ? ", the default" : "");
  }
}
