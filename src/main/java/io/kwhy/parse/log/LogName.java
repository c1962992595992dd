package io.kwhy.parse.log;

import io.kwhy.bundle.Source;
import io.kwhy.parse.Input;
import java.util.List;

/**
 * Which log it is.
 *
 * @param path in the bundle
 * @param node host; {@code ""} for a pod's log
 * @param unit unit or container; for k3s what it is without better knowledge
 * @param previous whether it is of the container before the current one
 * @param hostNames names that messages may use for the host, or for the pod
 */
record LogName(
    String path,
    String node,
    String unit,
    String namespace,
    String pod,
    boolean previous,
    List<String> hostNames) {

  static final String SERVER = "k3s";
  static final String AGENT = "k3s-agent";
  static final String KERNEL = "kernel";
  private static final String PREVIOUS = ".previous";

  /** {@code logs/NAMESPACE/POD/CONTAINER.log}. */
  static LogName ofPod(String path) {
    String[] parts = path.split("/", -1);
    String file = parts[parts.length - 1];
    String container = file.endsWith(".log") ? file.substring(0, file.length() - 4) : file;
    boolean previous = container.endsWith(PREVIOUS);
    String unit =
        previous ? container.substring(0, container.length() - PREVIOUS.length()) : container;
    String namespace = parts.length > 2 ? parts[parts.length - 3] : "";
    String pod = parts.length > 1 ? parts[parts.length - 2] : "";
    return new LogName(path, "", unit, namespace, pod, previous, List.of(pod));
  }

  /**
   * The log of a unit of a host.
   *
   * @param role server, agent or {@code ""}
   * @param hostname {@code ""} if it is not known
   */
  static LogName ofHost(Input input, String role, String hostname) {
    String unit =
        switch (input.source()) {
          case CONTAINERD_LOG -> "containerd";
          case KERNEL_LOG -> KERNEL;
          default -> role.equals("agent") ? AGENT : SERVER;
        };
    List<String> names =
        hostname.isEmpty() || hostname.equals(input.node())
            ? List.of(input.node())
            : List.of(input.node(), hostname);
    return new LogName(input.path(), input.node(), unit, "", "", false, names);
  }

  boolean isPod() {
    return !pod.isEmpty();
  }

  /** Whether the unit is k3s, as server or agent. */
  boolean isK3s() {
    return !isPod() && (unit.equals(SERVER) || unit.equals(AGENT));
  }

  /** Whom a message is about that does not say it. */
  String self() {
    return isPod() ? pod : node;
  }

  static boolean isLog(Source source) {
    return switch (source) {
      case K3S_LOG, CONTAINERD_LOG, KERNEL_LOG, POD_LOG -> true;
      default -> false;
    };
  }
}
