package io.kwhy.parse.network;

import io.kwhy.fact.network.Neighbour;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.text.JsonRows;
import io.kwhy.parse.text.Lines;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** {@code ip neigh} in both forms. A host that talked to nobody has no neighbours. */
final class IpNeighbourParser {

  private static final Set<String> STATES =
      Set.of(
          "REACHABLE",
          "STALE",
          "DELAY",
          "PROBE",
          "FAILED",
          "INCOMPLETE",
          "PERMANENT",
          "NOARP",
          "NONE");

  private IpNeighbourParser() {}

  static void json(Input input, Facts facts) throws IOException {
    JsonRows.each(
        input,
        facts,
        row -> {
          if (AddressText.address(row.text("dst"))) {
            facts.add(
                new Neighbour(
                    input.node(),
                    row.text("dst"),
                    row.text("dev"),
                    row.text("lladdr"),
                    String.join(" ", row.texts("state")),
                    facts.at(row.line())));
          } else if (!row.blank()) {
            facts.gap(row.line(), row.insteadOf("a neighbour with dst"));
          }
        });
  }

  static void text(Input input, Facts facts) throws IOException {
    Lines.each(
        input,
        facts,
        line -> {
          List<String> words = line.words();
          if (!AddressText.address(words.get(0)) || !words.contains("dev")) {
            facts.gap(line.number(), line.insteadOf("a neighbour"));
            return;
          }
          facts.add(
              new Neighbour(
                  input.node(),
                  words.get(0),
                  InterfaceHeader.after(words, "dev"),
                  InterfaceHeader.after(words, "lladdr"),
                  String.join(" ", words.stream().filter(STATES::contains).toList()),
                  facts.at(line.number())));
        });
  }
}
