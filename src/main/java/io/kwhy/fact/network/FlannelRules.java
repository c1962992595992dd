package io.kwhy.fact.network;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * Which of flannel's own firewall rules are among those that kube-proxy's stand in.
 *
 * @param accepts that packets of pods are accepted in FORWARD
 * @param masquerades that packets of pods to the world get the host's address
 */
public record FlannelRules(String node, boolean accepts, boolean masquerades, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "flannel's rules in FORWARD: "
        + (accepts ? "there" : "none")
        + ", in POSTROUTING: "
        + (masquerades ? "there" : "none");
  }
}
