package io.kwhy.inference;

/**
 * The way of a node into its cluster. Each stage needs the ones before it.
 *
 * @see <a href="https://docs.k3s.io/architecture#how-agent-node-registration-works">k3s: how agent
 *     registration works</a>
 */
public enum RegistrationStage {
  SETTINGS("settings"),
  SERVER_REACHED("server reached"),
  CA_TRUSTED("CA trusted"),
  TOKEN_ACCEPTED("token accepted"),
  NODE_PASSWORD_ACCEPTED("node password accepted"),
  CERTIFICATES_ISSUED("kubelet certificates issued"),
  NODE_REGISTERED("node registered"),
  TUNNEL_UP("tunnel up"),
  KUBELET_READY("kubelet ready");

  private final String text;

  RegistrationStage(String text) {
    this.text = text;
  }

  /** In words, as a thing that is achieved: {@code token accepted}. */
  public String text() {
    return text;
  }
}
