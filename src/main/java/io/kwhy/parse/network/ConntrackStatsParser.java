package io.kwhy.parse.network;

import io.kwhy.fact.network.ConntrackFailures;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import io.kwhy.parse.text.Lines;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code /proc/net/stat/nf_conntrack}: a line of names, and for each processor one of hexadecimal
 * numbers.
 */
final class ConntrackStatsParser implements Parser {
  private static final String FAILED = "insert_failed";

  @Override
  public void parse(Input input, Facts facts) throws IOException {
    List<String> names = new ArrayList<>();
    List<Long> failed = new ArrayList<>();
    Lines.eachOfSome(
        input,
        facts,
        line -> {
          List<String> words = line.words();
          int at = names.indexOf(FAILED);
          if (names.isEmpty()) {
            names.addAll(words);
          } else if (at >= 0 && at < words.size() && words.get(at).matches("[0-9a-f]{1,15}")) {
            failed.add(Long.parseLong(words.get(at), 16));
          } else {
            facts.gap(line.number(), line.insteadOf("a hexadecimal number for each name"));
          }
        });
    if (!failed.isEmpty()) {
      long sum = failed.stream().mapToLong(Long::longValue).sum();
      facts.add(new ConntrackFailures(input.node(), sum, facts.at(1)));
    }
  }
}
