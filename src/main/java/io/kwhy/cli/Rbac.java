package io.kwhy.cli;

import io.kwhy.collect.cluster.Permissions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "rbac",
    description = "Print the least roles that reading a cluster needs.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: kwhy rbac --namespace tools | kubectl apply -f -"})
final class Rbac implements Runnable {
  @Option(
      names = "--namespace",
      paramLabel = "NAMESPACE",
      description =
          "Of the service account kwhy that they are bound to (default: ${DEFAULT-VALUE}).")
  private String namespace = "kube-system";

  @Option(
      names = "--nodes-pod",
      description = "Only the Role that --nodes pod needs on top: the one that changes something.")
  private boolean nodesPod;

  @Option(
      names = "--pod-namespace",
      paramLabel = "NAMESPACE",
      description = "Where --nodes pod makes its pods (default: ${DEFAULT-VALUE}).")
  private String podNamespace = "kube-system";

  @Override
  public void run() {
    System.out.print(
        nodesPod ? Permissions.ofPods(namespace, podNamespace) : Permissions.yaml(namespace));
    System.out.flush();
  }
}
