package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * An argument of one of the programs inside k3s that is in effect, given or not.
 *
 * @param component kubelet, kube-proxy, kube-apiserver or kube-controller-manager
 * @param name without dashes
 * @param from the setting that gives it, e.g. {@code kubelet-arg}; {@code default} for what k3s
 *     says by itself
 */
public record EffectiveArgument(
    String node, String component, String name, String value, String from, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return component + " --" + name + "=" + value + " (" + from + ")";
  }
}
