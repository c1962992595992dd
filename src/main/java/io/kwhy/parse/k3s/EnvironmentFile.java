package io.kwhy.parse.k3s;

import io.kwhy.fact.Origin;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.SmallFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Environment of the k3s service: {@code K3S_TOKEN='…'} and the like, a line each.
 *
 * @see <a href="https://docs.k3s.io/reference/env-variables">k3s: environment variables</a>
 */
final class EnvironmentFile {
  private static final String PREFIX = "K3S_";

  /** Most flags have no variable: {@code K3S_FLANNEL_BACKEND} says nothing to k3s. */
  private static final Set<String> SAME_NAME =
      Set.of(
          "AGENT_TOKEN",
          "AGENT_TOKEN_FILE",
          "CLUSTER_INIT",
          "CLUSTER_RESET",
          "CLUSTER_SECRET",
          "DATASTORE_CAFILE",
          "DATASTORE_CERTFILE",
          "DATASTORE_ENDPOINT",
          "DATASTORE_KEYFILE",
          "DATA_DIR",
          "DEBUG",
          "LB_SERVER_PORT",
          "NODE_NAME",
          "RESOLV_CONF",
          "SELINUX",
          "SYSTEM_DEFAULT_REGISTRY",
          "TOKEN",
          "TOKEN_FILE",
          "VPN_AUTH",
          "VPN_AUTH_FILE");

  private static final Map<String, String> OTHER_NAME =
      Map.of(
          "CONFIG_FILE", "config",
          "KUBECONFIG_GROUP", "write-kubeconfig-group",
          "KUBECONFIG_MODE", "write-kubeconfig-mode",
          "KUBECONFIG_OUTPUT", "write-kubeconfig",
          "URL", "server");

  private EnvironmentFile() {}

  static List<Given> read(Input input, Facts facts) throws IOException {
    List<Given> settings = new ArrayList<>();
    List<String> lines = SmallFile.lines(input, facts);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.startsWith("export ")) {
        line = line.substring("export ".length());
      }
      for (String word : line.startsWith("#") ? List.<String>of() : ShellWords.of(line)) {
        settings.addAll(assignment(word, facts.at(i + 1)));
      }
    }
    return settings;
  }

  /**
   * A setting from {@code K3S_NAME=value}, and under its own name a variable that names a proxy;
   * nothing from variables that k3s does not read.
   */
  static List<Given> assignment(String word, Origin origin) {
    int equals = word.indexOf('=');
    if (equals > 0 && ProxyVariables.has(word.substring(0, equals))) {
      return List.of(
          Given.of(word.substring(0, equals), word.substring(equals + 1), "environment", origin));
    }
    if (!word.startsWith(PREFIX) || equals < 0) {
      return List.of();
    }
    String name = word.substring(PREFIX.length(), equals);
    String flag =
        SAME_NAME.contains(name)
            ? name.toLowerCase(Locale.ROOT).replace('_', '-')
            : OTHER_NAME.getOrDefault(name, "");
    return flag.isEmpty()
        ? List.of()
        : List.of(Given.of(flag, word.substring(equals + 1), "environment", origin));
  }
}
