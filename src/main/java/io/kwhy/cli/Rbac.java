package io.kwhy.cli;

import io.kwhy.collect.cluster.Permissions;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "rbac",
    description = "Print the service account and the least roles that reading a cluster needs.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: kwhy rbac --namespace tools | kubectl apply -f -"})
final class Rbac implements Runnable {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");

  @Spec private CommandSpec spec;

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

  @Option(
      names = "--node",
      split = ",",
      paramLabel = "NAME",
      description =
          "Only the Role that compares the passwords of these nodes, where Secrets may not be listed.")
  private List<String> nodes = List.of();

  @Override
  public void run() {
    for (String node : nodes) {
      if (!NAME.matcher(node).matches()) {
        throw new ParameterException(
            spec.commandLine(), "--node: expected names of nodes, found another: " + node);
      }
    }
    System.out.print(
        nodesPod
            ? Permissions.ofPods(namespace, podNamespace)
            : nodes.isEmpty()
                ? Permissions.yaml(namespace)
                : Permissions.ofPasswords(namespace, nodes));
    System.out.flush();
  }
}
