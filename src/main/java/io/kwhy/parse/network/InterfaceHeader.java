package io.kwhy.parse.network;

import io.kwhy.parse.text.Line;
import io.kwhy.parse.text.Numbers;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line that begins an interface in the text of {@code ip addr} and {@code ip link}: {@code 2:
 * eth0@if4: <BROADCAST,UP> mtu 1500 … state UP …}.
 */
record InterfaceHeader(
    int line, String name, boolean up, boolean arp, String state, OptionalInt mtu) {

  private static final Pattern HEADER =
      Pattern.compile("\\d+:\\s+([^\\s@]+)(?:@\\S*)?:\\s+<([^>]*)>\\s*(.*)");

  static Optional<InterfaceHeader> of(Line line) {
    Matcher header = HEADER.matcher(line.text().strip());
    if (!header.matches()) {
      return Optional.empty();
    }
    List<String> words = new Line(line.number(), header.group(3)).words();
    return Optional.of(
        new InterfaceHeader(
            line.number(),
            header.group(1),
            List.of(header.group(2).split(",", -1)).contains("UP"),
            !List.of(header.group(2).split(",", -1)).contains("NOARP"),
            after(words, "state"),
            Numbers.small(after(words, "mtu"))));
  }

  /** The word after that one, {@code ""} where there is none. */
  static String after(List<String> words, String key) {
    int at = words.indexOf(key);
    return at < 0 || at + 1 >= words.size() ? "" : words.get(at + 1);
  }
}
