package io.kwhy.cli;

import io.kwhy.collect.Look;
import io.kwhy.collect.access.Access;
import io.kwhy.collect.pod.LookPod;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** What to look at where there is no bundle. */
final class LiveOptions {
  @Option(
      names = "--kubeconfig",
      paramLabel = "FILE",
      description =
          "Default: KUBECONFIG, ~/.kube/config, /etc/rancher/k3s/k3s.yaml, a pod's service account.")
  private String kubeconfig = "";

  @Option(names = "--context", paramLabel = "NAME", description = "Context of the kubeconfig.")
  private String context = "";

  @Option(names = "--as", paramLabel = "USER", description = "Act as that user.")
  private String user = "";

  @Option(names = "--as-group", paramLabel = "GROUP", description = "Act as member of that group.")
  private List<String> groups = List.of();

  @Option(
      names = "--nodes",
      paramLabel = "HOW",
      description =
          "How hosts are looked at: ${COMPLETION-CANDIDATES} (default: local on a host of k3s, else"
              + " none). pod makes a privileged pod on each Node for a minute or so, and deletes it.")
  private Look.Nodes nodes;

  @Option(
      names = "--host",
      paramLabel = "NAME=ADDRESS",
      description = "Where to log in to a host; also a host that is no Node yet.")
  private Map<String, String> hosts = new TreeMap<>();

  @Option(names = "--ssh-user", paramLabel = "USER", description = "User to log in as.")
  private String sshUser = "";

  @Option(
      names = "--ssh-option",
      paramLabel = "OPTION",
      parameterConsumer = Verbatim.class,
      description = "Passed on to ssh, e.g. --ssh-option=-F --ssh-option=./ssh_config.")
  private List<String> sshOptions = List.of();

  @Option(names = "--sudo", description = "Become root on hosts with sudo, which must not ask.")
  private boolean sudo;

  @Option(
      names = "--pod-image",
      paramLabel = "IMAGE",
      description =
          "Image with sh and nsenter for --nodes pod, where nothing can be pulled one that is there"
              + " (default: the one of k3s's own that each node has, else "
              + LookPod.USUAL_IMAGE
              + ").")
  private String podImage = "";

  @Option(
      names = "--pod-namespace",
      paramLabel = "NAMESPACE",
      description = "Where --nodes pod makes its pods (default: ${DEFAULT-VALUE}).")
  private String podNamespace = "kube-system";

  @Option(
      names = "--pod-seconds",
      paramLabel = "SECONDS",
      description = "After which a pod of --nodes pod is ended (default: ${DEFAULT-VALUE}).")
  private int podSeconds = 240;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = HoursBack.class,
      description =
          "How far back logs go, at least to k3s's last start: hours, or a number with m, h, d or w"
              + " (default: ${DEFAULT-VALUE}).")
  private int hours = 24;

  @Option(names = "--no-probes", description = "Send no packets between hosts, only look.")
  private boolean noProbes;

  int hours() {
    return hours;
  }

  Look.Wanted wanted() {
    return new Look.Wanted(
        new Access.Wanted(kubeconfig, context, user, groups),
        nodes,
        new TreeMap<>(hosts),
        List.copyOf(sshOptions),
        sshUser,
        sudo,
        new LookPod(podImage, podNamespace, podSeconds),
        !noProbes,
        hours);
  }
}
