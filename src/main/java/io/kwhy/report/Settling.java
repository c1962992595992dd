package io.kwhy.report;

import io.kwhy.bundle.Capture;
import io.kwhy.bundle.Source;
import io.kwhy.inference.Subject;
import io.kwhy.inference.Unchecked;
import java.util.Map;
import java.util.Optional;

/**
 * What would show whether an unchecked cause holds.
 *
 * @param command to be run; {@code ""} where no single command tells
 * @param on host to run it on; {@code ""} for anywhere with access to the cluster
 */
record Settling(String command, String on) {

  /** From the table of sources: the way that the missing evidence is obtained. */
  static Settling of(Unchecked unchecked) {
    Optional<Source> source = Source.byId(unchecked.source());
    String command = source.map(known -> command(known.capture(), unchecked.subject())).orElse("");
    return new Settling(command, unchecked.node());
  }

  private static String command(Capture capture, Subject subject) {
    if (capture instanceof Capture.ApiList list) {
      return "kubectl get " + list.resource() + " -A -o yaml";
    } else if (capture instanceof Capture.ApiText text) {
      return "kubectl get --raw '" + text.path() + "'";
    } else if (capture instanceof Capture.HostFile file) {
      return "cat " + String.join(" ", file.paths());
    } else if (capture instanceof Capture.HostCommand host) {
      return host.text();
    } else if (capture instanceof Capture.HostFolders folders) {
      return folders.text();
    } else if (capture instanceof Capture.HostLog log) {
      return logCommand(log.file());
    } else if (capture instanceof Capture.PodLogs && subject.kind().equals("pod")) {
      return new Filling(subject, Map.of())
          .command("kubectl -n {namespace} logs {name} --all-containers --prefix")
          .line();
    }
    return "";
  }

  private static String logCommand(String file) {
    return switch (file) {
      case "k3s" -> "journalctl -u k3s -u k3s-agent --no-pager";
      case "containerd" -> "cat /var/lib/rancher/k3s/agent/containerd/containerd.log";
      case "kernel" -> "journalctl -k --no-pager";
      default -> "journalctl -u " + file + " --no-pager";
    };
  }
}
