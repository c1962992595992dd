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

  @Override
  public void run() {
    System.out.print(Permissions.yaml(namespace));
    System.out.flush();
  }
}
