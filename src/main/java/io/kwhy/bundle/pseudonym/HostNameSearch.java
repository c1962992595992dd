package io.kwhy.bundle.pseudonym;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds names of hosts where evidence calls them that. */
final class HostNameSearch {
  private static final String NAME = "([A-Za-z0-9_][\\w.-]*)";

  /**
   * How a name stands in a text.
   *
   * @param mark what stands in every such text; lines without it need no search
   */
  private record Form(String mark, Pattern pattern) {
    static Form of(String mark, String pattern) {
      return new Form(mark, Pattern.compile(pattern));
    }
  }

  /** In any text: whose name it is. */
  private static final List<Form> HOSTS =
      List.of(
          Form.of("nodeName", "nodeName\\\\*\"\\s*:\\s*\\\\*\"" + NAME),
          Form.of(
              "kubernetes.io/hostname", "kubernetes\\.io/hostname\\\\*\"\\s*:\\s*\\\\*\"" + NAME),
          Form.of("hostname-override=", "hostname-override=[\"']?" + NAME),
          Form.of("node-name", "node-name(?:=|: ?)[\"']?" + NAME),
          Form.of("system:node:", "system:node:" + NAME),
          Form.of(
              ".node-password.k3s", "([A-Za-z0-9_][A-Za-z0-9_.-]{0,252})\\.node-password\\.k3s"));

  private static final Form HOST_OF_LOG =
      Form.of(":", "^[A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d ([^\\s\\[\\]:]+) ");

  private static final Form SERVER =
      Form.of("https://", "https://([A-Za-z][\\w.-]*):(?:6443|6444|9345|2379|2380)\\b");
  private static final Form ANY_URL = Form.of("://", "https?://([A-Za-z0-9_][\\w.-]*)");
  private static final Form DATA_SOURCE =
      Form.of("@", "@(?:tcp\\()?([A-Za-z][\\w.-]*):\\d{2,5}\\b");
  private static final Form TLS_SAN = Form.of("tls-san", "tls-san[=: ]\\s*[\\[\"']*" + NAME);
  private static final Form NODE_NAME_FLAG = Form.of("--node-name ", "--node-name " + NAME);
  private static final Form ADDRESS_OF_NODE =
      Form.of("\"address\"", "\"address\"\\s*:\\s*\"" + NAME + "\"");
  private static final List<Form> HOST_FIELDS =
      Stream.of("\"host\"", "\"externalName\"", "\"hostname\"")
          .map(field -> Form.of(field, field + "\\s*:\\s*\"" + NAME + "\""))
          .toList();
  private static final Form IMAGE =
      Form.of("\"image\"", "\"image\"\\s*:\\s*\"([\\w-]++(?:\\.[\\w-]++)++)(?::\\d+)?/");
  private static final List<String> OURS = List.of("host", "site");
  private static final Pattern OUR_NAME = Pattern.compile("(?<![A-Za-z0-9])(?:host|site)[-_]\\d");

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
      for (Form field : HOST_FIELDS) {
        each(field, line, path.equals("cluster/events.json") ? names::add : this::server);
      }
    }
    for (Form form : HOSTS) {
      each(form, line, names::add);
    }
    each(SERVER, line, this::server);
    if (OURS.stream().anyMatch(line::contains) && OUR_NAME.matcher(line).find()) {
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

  private static void each(Form form, String line, Consumer<String> name) {
    if (!line.contains(form.mark())) {
      return;
    }
    Matcher found = form.pattern().matcher(line);
    while (found.find()) {
      String text = found.group(1);
      if (Ipv4Map.number(text) < 0) {
        name.accept(text);
      }
    }
  }
}
