package io.kwhy.inference;

/**
 * The way of a server's k3s from its start to a cluster that works. Some parts start side by side;
 * here they stand in the order in which they need each other.
 *
 * @see <a href="https://docs.k3s.io/architecture">k3s: architecture</a>
 */
public enum ServerStage implements Stage {
  SETTINGS("its settings"),
  DATASTORE("the datastore"),
  CERTIFICATES("the cluster's certificates and shared settings"),
  API_SERVER("the API server"),
  CONTROLLERS("scheduler and controllers"),
  CONTAINERD("containerd"),
  KUBELET("kubelet"),
  KUBE_PROXY("kube-proxy"),
  NETWORK("flannel"),
  NODE_REGISTERED("registering its node"),
  COMPONENTS_DEPLOYED("the packaged components");

  private final String text;

  ServerStage(String text) {
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
