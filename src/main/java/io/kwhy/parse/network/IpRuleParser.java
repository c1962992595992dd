package io.kwhy.parse.network;

import io.kwhy.bundle.Source;
import io.kwhy.fact.network.RoutingRule;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.text.JsonRow;
import io.kwhy.parse.text.JsonRows;
import io.kwhy.parse.text.Lines;
import io.kwhy.parse.text.Numbers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** {@code ip rule} and {@code ip -6 rule}, in both forms. */
final class IpRuleParser {

  /** What a rule says besides conditions; all else narrows it. */
  private static final Set<String> NO_CONDITIONS =
      Set.of("priority", "src", "srclen", "dst", "dstlen", "table", "protocol");

  private IpRuleParser() {}

  static void json(Input input, Facts facts) throws IOException {
    JsonRows.each(
        input,
        facts,
        row -> {
          OptionalInt priority = Numbers.small(row.text("priority"));
          if (priority.isPresent()) {
            facts.add(
                new RoutingRule(
                    input.node(),
                    priority.getAsInt(),
                    network(row, "src"),
                    network(row, "dst"),
                    conditions(row),
                    row.text("table"),
                    isV6(input),
                    facts.at(row.line())));
          } else if (!row.blank()) {
            facts.gap(row.line(), row.insteadOf("a rule with priority"));
          }
        });
  }

  private static boolean isV6(Input input) {
    return input.source() == Source.IP6_RULE;
  }

  private static String network(JsonRow row, String side) {
    String address = row.text(side);
    if (address.isEmpty() || address.equals("all")) {
      return "all";
    }
    String length = row.text(side + "len");
    return address + "/" + (length.isEmpty() ? AddressText.fullLength(address) : length);
  }

  private static String conditions(JsonRow row) {
    List<String> conditions = new ArrayList<>();
    row.values()
        .forEach(
            (key, value) -> {
              if (!NO_CONDITIONS.contains(key)) {
                conditions.add((key + " " + value).strip());
              }
            });
    return String.join(" ", conditions);
  }

  static void text(Input input, Facts facts) throws IOException {
    Lines.eachOfSome(
        input,
        facts,
        line -> {
          List<String> words = line.words();
          OptionalInt priority = Numbers.small(words.get(0).replaceFirst(":$", ""));
          if (priority.isEmpty() || !words.contains("from")) {
            facts.gap(line.number(), line.insteadOf("a routing rule"));
            return;
          }
          facts.add(
              new RoutingRule(
                  input.node(),
                  priority.getAsInt(),
                  network(words, "from"),
                  network(words, "to"),
                  conditions(words),
                  InterfaceHeader.after(words, "lookup"),
                  isV6(input),
                  facts.at(line.number())));
        });
  }

  private static String network(List<String> words, String side) {
    String network = InterfaceHeader.after(words, side);
    if (network.isEmpty() || network.equals("all")) {
      return "all";
    }
    return network.contains("/") ? network : network + "/" + AddressText.fullLength(network);
  }

  private static String conditions(List<String> words) {
    List<String> conditions = new ArrayList<>();
    for (int at = 1; at < words.size(); at++) {
      if (Set.of("from", "to", "lookup", "proto").contains(words.get(at))) {
        at++;
      } else {
        conditions.add(words.get(at));
      }
    }
    return String.join(" ", conditions);
  }
}
