package io.kwhy.reach.path;

import io.kwhy.netfilter.IpAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An end of a path as a user writes it, taken apart: {@code w2:8472/udp}, {@code [fd00::1]:443}.
 *
 * @param what a kind and a name, a node's name or an address
 * @param port number or name; {@code ""} if none is said
 * @param protocol tcp or udp; {@code ""} if none is said
 */
record EndWords(String what, String port, String protocol) {
  private static final Pattern WORDS =
      Pattern.compile(
          "(?:\\[(?<v6>[^\\[\\]]+)]|(?<what>.+?))"
              + "(?::(?<port>[\\w-]+)(?:/(?<protocol>\\w+))?|/(?<alone>(?i:tcp|udp)))?");
  private static final int LAST_PORT = 65_535;
  private static final Set<String> PROTOCOLS = Set.of("", "tcp", "udp");

  static EndWords of(String words) throws UnknownEndException {
    Matcher parts = WORDS.matcher(words);
    if (IpAddress.parse(words).isPresent() || !parts.matches()) {
      return new EndWords(words, "", "");
    }
    String protocol =
        group(parts, "protocol")
            .or(() -> group(parts, "alone"))
            .orElse("")
            .toLowerCase(Locale.ROOT);
    if (!PROTOCOLS.contains(protocol)) {
      throw new UnknownEndException(
          "\"" + words + "\": expected the protocol tcp or udp, found \"" + protocol + "\"");
    }
    String what = group(parts, "v6").or(() -> group(parts, "what")).orElse(words);
    return new EndWords(what, group(parts, "port").orElse(""), protocol);
  }

  private static Optional<String> group(Matcher parts, String name) {
    return Optional.ofNullable(parts.group(name));
  }

  /** The port as a number; 0 if none is said. */
  int number() throws UnknownEndException {
    if (port.isEmpty()) {
      return 0;
    }
    int number = port.matches("[0-9]{1,9}") ? Integer.parseInt(port) : 0;
    if (number == 0 || number > LAST_PORT) {
      String end = "\"" + what + ":" + port + "\"";
      throw new UnknownEndException(
          end + ": expected a port from 1 to " + LAST_PORT + ", found \"" + port + "\"");
    }
    return number;
  }
}
