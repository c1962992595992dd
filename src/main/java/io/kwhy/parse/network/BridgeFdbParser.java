package io.kwhy.parse.network;

import io.kwhy.fact.network.ForwardingEntry;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.text.JsonRows;
import io.kwhy.parse.text.Lines;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code bridge fdb} in both forms. A host without bridges and tunnels has few entries; where there
 * is nothing at all, it was another program of that name.
 */
final class BridgeFdbParser {

  private static final Pattern MAC = Pattern.compile("[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}");
  private static final Set<String> STATES = Set.of("permanent", "static", "stale");

  private BridgeFdbParser() {}

  static void json(Input input, Facts facts) throws IOException {
    JsonRows.each(
        input,
        facts,
        row -> {
          if (MAC.matcher(row.text("mac")).matches()) {
            facts.add(
                new ForwardingEntry(
                    input.node(),
                    row.text("mac"),
                    row.text("ifname"),
                    row.text("dst"),
                    row.text("state"),
                    facts.at(row.line())));
          } else if (!row.blank()) {
            facts.gap(row.line(), row.insteadOf("an entry with mac"));
          }
        });
  }

  static void text(Input input, Facts facts) throws IOException {
    Lines.eachOfSome(
        input,
        facts,
        line -> {
          List<String> words = line.words();
          if (!MAC.matcher(words.get(0)).matches() || !words.contains("dev")) {
            facts.gap(line.number(), line.insteadOf("a forwarding entry"));
            return;
          }
          facts.add(
              new ForwardingEntry(
                  input.node(),
                  words.get(0),
                  InterfaceHeader.after(words, "dev"),
                  InterfaceHeader.after(words, "dst"),
                  words.stream().filter(STATES::contains).findFirst().orElse(""),
                  facts.at(line.number())));
        });
  }
}
