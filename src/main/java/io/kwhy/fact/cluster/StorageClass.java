package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * A StorageClass object.
 *
 * @param bindingMode Immediate or WaitForFirstConsumer
 * @param standard whether claims that name no class get it
 * @param expandable whether claims of it may ask for more later on
 */
public record StorageClass(
    String name,
    String provisioner,
    String bindingMode,
    String reclaimPolicy,
    boolean standard,
    boolean expandable,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "StorageClass "
        + name
        + " of "
        + provisioner
        + ", "
        + bindingMode
        + (standard ? ", the default" : "");
  }
}
