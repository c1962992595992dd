package io.kwhy.bundle.pseudonym;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds names of hosts where evidence calls them that. */
final class HostNameSearch {
  private static final String NAME = "([A-Za-z0-9_][\\w.-]*)";

  /** In any text: whose name it is. */
  private static final List<Pattern> HOSTS =
      List.of(
          Pattern.compile("nodeName\\\\*\"\\s*:\\s*\\\\*\"" + NAME),
          Pattern.compile("kubernetes\\.io/hostname\\\\*\"\\s*:\\s*\\\\*\"" + NAME),
          Pattern.compile("(?:hostname-override=|node-name(?:=|: ?))[\"']?" + NAME),
          Pattern.compile("system:node:" + NAME),
          Pattern.compile("([A-Za-z0-9_][A-Za-z0-9_.-]*)\\.node-password\\.k3s"));

  private static final Pattern HOST_OF_LOG =
      Pattern.compile("^[A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d ([^\\s\\[\\]:]+) ");

  private static final Pattern SERVER =
      Pattern.compile("https://([A-Za-z][\\w.-]*):(?:6443|6444|9345|2379|2380)\\b");
  private static final Pattern ANY_URL = Pattern.compile("https?://([A-Za-z0-9_][\\w.-]*)");
  private static final Pattern DATA_SOURCE =
      Pattern.compile("@(?:tcp\\()?([A-Za-z][\\w.-]*):\\d{2,5}\\b");
  private static final Pattern TLS_SAN = Pattern.compile("tls-san[=: ]\\s*[\\[\"']*" + NAME);
  private static final Pattern NODE_NAME_FLAG = Pattern.compile("--node-name " + NAME);
  private static final Pattern ADDRESS_OF_NODE =
      Pattern.compile("\"address\"\\s*:\\s*\"" + NAME + "\"");
  private static final Pattern HOST_FIELD =
      Pattern.compile("\"(?:host|externalName|hostname)\"\\s*:\\s*\"" + NAME + "\"");
  private static final Pattern IMAGE =
      Pattern.compile("\"image\"\\s*:\\s*\"([\\w-]+(?:\\.[\\w-]+)+)(?::\\d+)?/");
  private static final Pattern OURS = Pattern.compile("(?<![A-Za-z0-9])(?:host|site)[-_]\\d");

  private final HostNames names;

  HostNameSearch(HostNames names) {
    this.names = names;
  }

  /** Looks through a line of an entry. */
  void line(String path, String line) {
    if (path.startsWith("nodes/")) {
      ofHost(path.substring(path.indexOf('/', 6) + 1), line);
    } else if (path.equals("cluster/nodes.json")) {
      each(ADDRESS_OF_NODE, line, names::add);
    } else if (path.equals("cluster/pods.json")) {
      each(IMAGE, line, names::domain);
    }
    if (path.startsWith("cluster/")) {
      each(HOST_FIELD, line, path.equals("cluster/events.json") ? names::add : this::server);
    }
    for (Pattern pattern : HOSTS) {
      each(pattern, line, names::add);
    }
    if (line.contains("https://")) {
      each(SERVER, line, this::server);
    }
    if (OURS.matcher(line).find()) {
      names.taken();
    }
  }

  private void ofHost(String path, String line) {
    switch (path) {
      case "files/etc/hostname", "commands/hostname.txt" -> names.add(line.strip());
      case "commands/uname.txt" ->
          names.add(line.split(" ", 3).length > 1 ? line.split(" ", 3)[1] : "");
      case "files/etc/hosts" -> hosts(line);
      default -> {
        if (path.endsWith("resolv.conf")) {
          search(line);
        } else if (path.startsWith("logs/")) {
          each(HOST_OF_LOG, line, names::add);
        } else if (path.startsWith("files/etc/") || path.equals("commands/ps.txt")) {
          each(ANY_URL, line, this::server);
          each(DATA_SOURCE, line, this::server);
          each(TLS_SAN, line, this::server);
          each(NODE_NAME_FLAG, line, names::add);
        }
      }
    }
  }

  private void hosts(String line) {
    int comment = line.indexOf('#');
    String[] words = (comment < 0 ? line : line.substring(0, comment)).strip().split("\\s+", -1);
    for (int i = 1; i < words.length; i++) {
      names.add(words[i]);
    }
  }

  private void search(String line) {
    String[] words = line.strip().split("\\s+", -1);
    if (words[0].equals("search") || words[0].equals("domain")) {
      for (int i = 1; i < words.length; i++) {
        names.domain(words[i]);
      }
    }
  }

  /** Of what is reached by a name with dots, the first label alone is no host's name. */
  private void server(String name) {
    if (name.indexOf('.') < 0) {
      names.add(name);
    } else {
      names.domain(name);
    }
  }

  private static void each(Pattern pattern, String line, java.util.function.Consumer<String> name) {
    Matcher found = pattern.matcher(line);
    while (found.find()) {
      String text = found.group(1);
      if (Ipv4Map.number(text) < 0) {
        name.accept(text);
      }
    }
  }
}
