package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * A probe of a container, or the hook that follows its start. Told of pods whose details are told.
 *
 * @param purpose liveness, readiness, startup, post-start
 * @param handler http, tcp, exec, grpc
 * @param port number or name of a port; {@code ""} for exec
 * @param path of http; {@code ""} otherwise
 */
public record ContainerProbe(
    String namespace,
    String pod,
    String container,
    String purpose,
    String handler,
    String scheme,
    String port,
    String path,
    int delaySeconds,
    int periodSeconds,
    int timeoutSeconds,
    int failures,
    Origin origin)
    implements Fact {
  /** Seconds after which its container has failed it for good, or is fine. */
  public int patience() {
    return delaySeconds + periodSeconds * failures;
  }

  /** What it asks, e.g. {@code HTTP GET :8080/healthz}. */
  public String question() {
    return switch (handler) {
      case "http" -> scheme + " GET :" + port + path;
      case "tcp" -> "connection to port " + port;
      case "grpc" -> "gRPC health of port " + port;
      default -> "a command in the container";
    };
  }

  @Override
  public String text() {
    String what = namespace + "/" + pod + "/" + container + ": " + question();
    if (purpose.equals("post-start")) {
      return "hook after the start of " + what;
    }
    return purpose
        + " probe of "
        + what
        + ", every "
        + periodSeconds
        + " s, timeout "
        + timeoutSeconds
        + " s, "
        + failures
        + " failures";
  }
}
