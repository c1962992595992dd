package io.kwhy.parse.host;

import io.kwhy.bundle.Source;
import io.kwhy.fact.node.Hostname;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import io.kwhy.parse.text.Line;
import io.kwhy.parse.text.Lines;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code /etc/hostname} and {@code hostname}: the first line that is no comment. The file may be
 * empty where the network gives the name; the command's output may not.
 */
final class HostnameParser implements Parser {

  @Override
  public void parse(Input input, Facts facts) throws IOException {
    List<Line> first = new ArrayList<>(1);
    Lines.each(
        input,
        facts,
        line -> {
          if (first.isEmpty() && !line.text().strip().startsWith("#")) {
            first.add(line);
          }
        });
    if (first.isEmpty() && input.source() == Source.HOSTNAME) {
      facts.gap(0, "is empty");
    }
    first.forEach(line -> name(line, input, facts));
  }

  private static void name(Line line, Input input, Facts facts) {
    if (line.words().size() != 1) {
      facts.gap(line.number(), line.insteadOf("a host name"));
      return;
    }
    facts.add(new Hostname(input.node(), line.text().strip(), facts.at(line.number())));
  }
}
