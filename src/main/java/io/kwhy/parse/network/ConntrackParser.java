package io.kwhy.parse.network;

import io.kwhy.fact.network.ConntrackTable;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import io.kwhy.parse.text.Lines;
import io.kwhy.parse.text.Numbers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * How many connections are tracked and how many may be: {@code nf_conntrack_count} and {@code
 * nf_conntrack_max}, with their names as sysctl prints them, or just the numbers in that order.
 */
final class ConntrackParser implements Parser {

  @Override
  public void parse(Input input, Facts facts) throws IOException {
    List<Long> numbers = new ArrayList<>();
    Lines.eachOfSome(
        input,
        facts,
        line -> {
          List<String> words = line.words();
          OptionalLong number = Numbers.whole(words.get(words.size() - 1));
          if (number.isPresent() && number.getAsLong() >= 0) {
            numbers.add(words.get(0).endsWith("_count") ? 0 : numbers.size(), number.getAsLong());
          } else {
            facts.gap(line.number(), line.insteadOf("a number of connections"));
          }
        });
    if (numbers.size() == 2) {
      facts.add(new ConntrackTable(input.node(), numbers.get(0), numbers.get(1), facts.at(1)));
    } else if (!numbers.isEmpty()) {
      facts.gap(0, "expected two numbers, count and limit, found " + numbers.size());
    }
  }
}
