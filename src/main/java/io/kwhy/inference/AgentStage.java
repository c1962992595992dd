package io.kwhy.inference;

/**
 * The way of an agent's k3s from its start to a node that works; how it joins is a way of its own,
 * {@link RegistrationStage}.
 *
 * @see <a href="https://docs.k3s.io/architecture">k3s: architecture</a>
 */
public enum AgentStage implements Stage {
  SETTINGS("its settings"),
  CONTAINERD("containerd"),
  KUBELET("kubelet"),
  KUBE_PROXY("kube-proxy"),
  NETWORK("flannel");

  private final String text;

  AgentStage(String text) {
    this.text = text;
  }

  @Override
  public String way() {
    return "starting";
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public Stage[] wholeWay() {
    return values();
  }
}
