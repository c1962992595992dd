package io.kwhy.parse.network;

import io.kwhy.fact.Origin;
import io.kwhy.fact.network.ListeningSocket;
import io.kwhy.parse.text.Line;
import io.kwhy.parse.text.Numbers;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of {@code ss} or {@code netstat}.
 *
 * @param process name of the first process that has it; {@code ""} where it is not shown
 */
record SocketRow(int line, String protocol, Endpoint local, String process, long pid) {

  private static final Set<String> PROTOCOLS = Set.of("tcp", "tcp6", "udp", "udp6");
  private static final Set<String> LISTENING = Set.of("LISTEN", "UNCONN");

  /** States of sockets that talk to a peer. */
  private static final Set<String> CONNECTED =
      Set.of(
          "ESTAB",
          "ESTABLISHED",
          "SYN-SENT",
          "SYN_SENT",
          "SYN-RECV",
          "SYN_RECV",
          "FIN-WAIT-1",
          "FIN_WAIT1",
          "FIN-WAIT-2",
          "FIN_WAIT2",
          "TIME-WAIT",
          "TIME_WAIT",
          "CLOSE-WAIT",
          "CLOSE_WAIT",
          "LAST-ACK",
          "LAST_ACK",
          "CLOSING",
          "CLOSE",
          "CLOSED");

  /** ss: {@code users:(("k3s",pid=54,fd=12))}; before iproute2 4: {@code users:(("k3s",54,12))}. */
  private static final Pattern SS_USER =
      Pattern.compile("users:\\(\\(\"([^\"]*)\",(?:pid=)?(\\d+)");

  /** netstat: {@code 54/k3s}, {@code 889/sshd: /usr/sbin}, {@code 54/k3s server}. */
  private static final Pattern NETSTAT_PROGRAM = Pattern.compile("\\s(\\d+)/([^\\s:]+)");

  /** Whether the words are those of a socket that waits for whoever comes. */
  static boolean listens(List<String> words) {
    if (LISTENING.contains(words.get(0))) {
      return true;
    }
    if (words.size() < 5 || !PROTOCOLS.contains(words.get(0))) {
      return false;
    }
    return netstat(words)
        ? words.contains("LISTEN")
            || (words.get(0).startsWith("udp") && words.get(4).endsWith(":*"))
        : LISTENING.contains(words.get(1));
  }

  /** Whether the words are those of a socket that talks to a peer. */
  static boolean elsewhere(List<String> words) {
    return words.stream().limit(6).anyMatch(CONNECTED::contains);
  }

  /** Reads a row that {@link #listens}; nothing where it has no address and port. */
  static Optional<SocketRow> of(Line line, List<String> words) {
    boolean netid = PROTOCOLS.contains(words.get(0));
    int at = netid ? (netstat(words) ? 3 : 4) : 3;
    if (words.size() <= at) {
      return Optional.empty();
    }
    String protocol = netid ? words.get(0) : words.get(0).equals("LISTEN") ? "tcp" : "udp";
    Optional<SocketRow> row =
        Endpoint.of(bothFamilies(words.get(at)))
            .map(local -> new SocketRow(line.number(), protocol.replace("6", ""), local, "", 0));
    return row.map(
        found ->
            netstat(words)
                ? found.with(NETSTAT_PROGRAM, line.text(), 2, 1)
                : found.withUsers(line.text()));
  }

  /** The row with the process that ss names there. */
  SocketRow withUsers(String text) {
    return with(SS_USER, text, 1, 2);
  }

  private SocketRow with(Pattern pattern, String text, int nameGroup, int pidGroup) {
    Matcher found = pattern.matcher(text);
    return found.find()
        ? new SocketRow(
            line,
            protocol,
            local,
            found.group(nameGroup),
            Numbers.whole(found.group(pidGroup)).orElse(0))
        : this;
  }

  private static boolean netstat(List<String> words) {
    return PROTOCOLS.contains(words.get(0)) && Numbers.whole(words.get(1)).isPresent();
  }

  ListeningSocket socket(String node, Origin origin) {
    return new ListeningSocket(node, protocol, address(), local.port(), process, pid, origin);
  }

  /**
   * The unbracketed {@code :::6443} of netstat and old ss is mostly a socket of both families (Go
   * makes such), and they have no other way to print one.
   */
  private static String bothFamilies(String local) {
    return local.startsWith(":::") ? "*" + local.substring(2) : local;
  }

  /** A wildcard that is bound to one interface keeps its name, so that it is not taken for all. */
  private String address() {
    String address = local.address();
    if (!local.zone().isEmpty() && Set.of("*", "0.0.0.0", "::").contains(address)) {
      return address + "%" + local.zone();
    }
    return address;
  }
}
