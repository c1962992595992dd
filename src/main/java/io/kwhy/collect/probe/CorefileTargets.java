package io.kwhy.collect.probe;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom one would ask of those that CoreDNS asks. What its configuration really means is told by the
 * facts that are made of it; here a line that is misread costs a question.
 */
final class CorefileTargets {
  /** More than this tell nothing new, and each that is silent takes two seconds. */
  private static final int SERVERS = 5;

  private static final Pattern KUBERNETES =
      Pattern.compile("(?m)^[ \\t]*kubernetes[ \\t]+([A-Za-z0-9-][A-Za-z0-9.-]{0,252})");
  private static final Pattern FORWARD =
      Pattern.compile("(?m)^[ \\t]*forward[ \\t]+[^ \\t\\n]+[ \\t]+([^\\n{#]+)");

  /** Loopback would be the host's own here, and another port is not asked. */
  private static final Pattern SERVER =
      Pattern.compile("(?:dns://)?((?!127\\.)[0-9]{1,3}(?:\\.[0-9]{1,3}){3})(?::53)?");

  private final TreeSet<String> servers = new TreeSet<>();
  private String domain = "";

  void add(String corefile) {
    Matcher kubernetes = KUBERNETES.matcher(corefile);
    if (domain.isEmpty() && kubernetes.find() && !kubernetes.group(1).endsWith(".arpa")) {
      domain = kubernetes.group(1).replaceFirst("\\.$", "");
    }
    Matcher forward = FORWARD.matcher(corefile);
    while (forward.find() && servers.size() < SERVERS) {
      for (String word : forward.group(1).strip().split("[ \\t]+", -1)) {
        Matcher server = SERVER.matcher(word);
        if (server.matches()) {
          servers.add(server.group(1));
        }
      }
    }
  }

  /** Of the cluster's names; that of most clusters where none is written. */
  String domain() {
    return domain.isEmpty() ? "cluster.local" : domain;
  }

  /** Addresses of IPv4 that names of others are asked of, in the order of their text. */
  List<String> servers() {
    return servers.stream().limit(SERVERS).toList();
  }
}
