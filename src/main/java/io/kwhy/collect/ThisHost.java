package io.kwhy.collect;

import io.kwhy.collect.node.NodeTarget;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The host that this program runs on. */
final class ThisHost {
  private static final List<Path> FOLDERS_OF_K3S =
      List.of(
          Path.of("/var/lib/rancher/k3s"),
          Path.of("/etc/rancher/k3s"),
          Path.of("/etc/rancher/node"));

  private ThisHost() {}

  /** Whether k3s is, or was, installed here. */
  static boolean isOfK3s() {
    return FOLDERS_OF_K3S.stream().anyMatch(Files::isDirectory);
  }

  /** This host, under the name that its Node has, if it has one. */
  static NodeTarget among(List<NodeTarget> known) {
    String hostname = hostname();
    return known.stream()
        .filter(target -> isCalled(target, hostname))
        .findFirst()
        .orElse(new NodeTarget(hostname, "", hostname, List.of()));
  }

  private static boolean isCalled(NodeTarget target, String hostname) {
    return target.name().equalsIgnoreCase(hostname) || target.hostname().equalsIgnoreCase(hostname);
  }

  private static String hostname() {
    try {
      String name = Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
      return name.isEmpty() ? InetAddress.getLocalHost().getHostName() : name;
    } catch (IOException e) {
      return "localhost";
    }
  }
}
