package io.kwhy.parse.k3s;

import io.kwhy.fact.node.ComponentArgument;
import java.util.Map;
import java.util.Optional;

/**
 * Settings that k3s hands on to the programs inside it.
 *
 * @see <a href="https://docs.k3s.io/cli/server#customized-flags-for-kubernetes-processes">k3s:
 *     customized flags for Kubernetes processes</a>
 */
final class ComponentArguments {
  private record Component(String name, String process) {}

  private static final Component CONTROLLER_MANAGER =
      new Component("kube-controller-manager", "controller-manager");
  private static final Component CLOUD_CONTROLLER_MANAGER =
      new Component("cloud-controller-manager", "cloud-controller-manager");

  private static final Map<String, Component> COMPONENTS =
      Map.of(
          "kubelet-arg", new Component("kubelet", "kubelet"),
          "kube-proxy-arg", new Component("kube-proxy", "kube-proxy"),
          "kube-apiserver-arg", new Component("kube-apiserver", "apiserver"),
          "kube-controller-manager-arg", CONTROLLER_MANAGER,
          "kube-controller-arg", CONTROLLER_MANAGER,
          "kube-scheduler-arg", new Component("kube-scheduler", "scheduler"),
          "kube-cloud-controller-manager-arg", CLOUD_CONTROLLER_MANAGER,
          "kube-cloud-controller-arg", CLOUD_CONTROLLER_MANAGER,
          "etcd-arg", new Component("etcd", "etcd"));

  private ComponentArguments() {}

  /** The argument in a value of one of these settings. */
  static Optional<ComponentArgument> of(String node, String setting, Given.Value value) {
    Component component = COMPONENTS.get(setting);
    if (component == null) {
      return Optional.empty();
    }
    String argument = value.text().strip().replaceFirst("^--?", "");
    int equals = argument.indexOf('=');
    String name = equals < 0 ? argument : argument.substring(0, equals).strip();
    String given = equals < 0 ? "" : argument.substring(equals + 1);
    RemovedArgument removed = RemovedArgument.find(component.name(), name, given);
    return Optional.of(
        new ComponentArgument(
            node,
            component.name(),
            component.process(),
            setting,
            name,
            given,
            removed.since(),
            removed.instead(),
            value.origin()));
  }
}
