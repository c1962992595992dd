package io.kwhy.inference;

/**
 * The way of a node into its cluster.
 *
 * @see <a href="https://docs.k3s.io/architecture#how-agent-node-registration-works">k3s: how agent
 *     registration works</a>
 */
public enum RegistrationStage implements Stage {
  SETTINGS("its settings"),
  SERVER_REACHED("reaching a server"),
  CA_TRUSTED("trust in the cluster's CA"),
  TOKEN_ACCEPTED("the token"),
  NODE_PASSWORD_ACCEPTED("the node password"),
  CERTIFICATES_ISSUED("the kubelet's certificates"),
  NODE_REGISTERED("registering its node"),
  TUNNEL_UP("the tunnel to the servers"),
  KUBELET_READY("getting Ready");

  private final String text;

  RegistrationStage(String text) {
    this.text = text;
  }

  @Override
  public String way() {
    return "joining";
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
