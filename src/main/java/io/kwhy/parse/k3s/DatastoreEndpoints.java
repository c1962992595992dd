package io.kwhy.parse.k3s;

import io.kwhy.fact.Origin;
import io.kwhy.fact.node.DatastoreEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the setting {@code datastore-endpoint} apart.
 *
 * @see <a href="https://docs.k3s.io/datastore">k3s: format of the datastore endpoint</a>
 */
final class DatastoreEndpoints {
  private static final Map<String, String> KINDS =
      Map.of(
          "mysql", "mysql",
          "postgres", "postgres",
          "postgresql", "postgres",
          "http", "etcd",
          "https", "etcd",
          "etcd", "etcd",
          "nats", "nats",
          "jetstream", "nats",
          "sqlite", "sqlite");
  private static final Map<String, Integer> PORTS =
      Map.of("mysql", 3306, "postgres", 5432, "etcd", 2379, "nats", 4222);
  private static final Pattern SCHEME = Pattern.compile("(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://");
  private static final Pattern IN_PARENTHESES =
      Pattern.compile("\\\\?\\((?<place>[^()\\\\]*)\\\\?\\)");
  private static final Pattern PLACE =
      Pattern.compile("(?<address>\\[[0-9A-Fa-f:.]+]|[^:/?\\[\\]]*)(?::(?<port>[0-9]{1,5}))?.*");

  private DatastoreEndpoints() {}

  /** One for each address that the setting names. */
  static List<DatastoreEndpoint> parse(String node, String text, Origin origin) {
    Matcher scheme = SCHEME.matcher(text);
    if (!scheme.lookingAt()) {
      String problem = text.contains("<redacted>") ? "" : problemOf(text, "");
      return List.of(new DatastoreEndpoint(node, "", "", 0, problem, origin));
    }
    String kind = KINDS.getOrDefault(scheme.group("scheme"), "");
    String problem =
        kind.isEmpty()
            ? "k3s knows no datastore " + scheme.group("scheme") + "://"
            : problemOf(text, kind);
    List<DatastoreEndpoint> endpoints = new ArrayList<>();
    for (String each : kind.equals("etcd") ? text.split(",", -1) : new String[] {text}) {
      endpoints.add(endpoint(node, kind, SCHEME.matcher(each).replaceFirst(""), problem, origin));
    }
    return endpoints;
  }

  private static DatastoreEndpoint endpoint(
      String node, String kind, String text, String problem, Origin origin) {
    Matcher inner = IN_PARENTHESES.matcher(text);
    String place = inner.find() ? inner.group("place") : text.substring(text.lastIndexOf('@') + 1);
    Matcher parts = PLACE.matcher(place);
    if (kind.equals("sqlite") || !parts.matches()) {
      return new DatastoreEndpoint(node, kind, "", 0, problem, origin);
    }
    String address = parts.group("address").replaceAll("[\\[\\]]", "");
    int port =
        parts.group("port") == null
            ? PORTS.getOrDefault(kind, 0)
            : Integer.parseInt(parts.group("port"));
    return new DatastoreEndpoint(node, kind, address, port, problem, origin);
  }

  private static String problemOf(String text, String kind) {
    if (text.contains("\\")) {
      return "it has backslashes in it";
    }
    if (text.matches("^['\"].*|.*['\"]$")) {
      return "it has quotation marks in it";
    }
    if (kind.isEmpty()) {
      return "it does not begin with the kind of datastore and ://";
    }
    if (kind.equals("postgres") && text.contains("tcp(")) {
      return "tcp(…) is how MySQL's address is written, not PostgreSQL's";
    }
    boolean parenthesised = text.contains("tcp(") || text.contains("unix(");
    boolean placed = text.matches("mysql://(?:[^/]*@)?[^/@(]+/.*") && !text.contains("@/");
    if (kind.equals("mysql") && !parenthesised && placed) {
      return "the address of MySQL has to stand in tcp(…)";
    }
    return "";
  }
}
