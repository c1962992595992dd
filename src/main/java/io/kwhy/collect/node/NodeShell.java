package io.kwhy.collect.node;

import java.util.ArrayList;
import java.util.List;

/** How a shell is started on a host that then reads the script from its standard input. */
@FunctionalInterface
public interface NodeShell {
  /** The command line. */
  List<String> command(NodeTarget target);

  /** On this host. */
  static NodeShell local(boolean sudo) {
    return target -> sudo ? List.of("sudo", "-n", "sh", "-s") : List.of("sh", "-s");
  }

  /**
   * With the system's ssh: the user's config, agent, jump hosts and known hosts hold; it never
   * asks.
   *
   * @param options more options of ssh, e.g. {@code -F file}
   * @param user {@code ""} for what the user's config says
   */
  static NodeShell ssh(List<String> options, String user, boolean sudo) {
    return target -> {
      List<String> command = new ArrayList<>(List.of("ssh"));
      command.addAll(options);
      command.addAll(
          List.of(
              "-o",
              "BatchMode=yes",
              "-o",
              "StrictHostKeyChecking=yes",
              "-o",
              "ConnectTimeout=10",
              "-o",
              "ServerAliveInterval=10",
              "-T"));
      if (!user.isEmpty()) {
        command.addAll(List.of("-l", user));
      }
      command.add("--");
      command.add(target.address().orElseThrow());
      command.add(sudo ? "sudo -n sh -s" : "sh -s");
      return command;
    };
  }
}
