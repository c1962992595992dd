package io.kwhy.parse.network;

import io.kwhy.fact.network.Offload;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import io.kwhy.parse.text.Line;
import io.kwhy.parse.text.Lines;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ethtool -k}: the interface, then a feature on each line. */
final class OffloadsParser implements Parser {

  private static final Pattern HEADER = Pattern.compile("Features for (\\S+):");

  /** A link that is not there has no features; its absence shows in {@code ip link}. */
  private static final Pattern NO_LINK =
      Pattern.compile(".*(?i:no such device|no device matches).*");

  @Override
  public void parse(Input input, Facts facts) throws IOException {
    Reading reading = new Reading(input, facts);
    Lines.eachOfSome(input, facts, reading::line);
  }

  private static final class Reading {
    private final Input input;
    private final Facts facts;
    private String link = "";

    Reading(Input input, Facts facts) {
      this.input = input;
      this.facts = facts;
    }

    void line(Line line) {
      Matcher header = HEADER.matcher(line.text().strip());
      if (header.matches()) {
        link = header.group(1);
      } else if (!feature(line) && !NO_LINK.matcher(line.text()).matches()) {
        facts.gap(line.number(), line.insteadOf("a feature of an interface"));
      }
    }

    private boolean feature(Line line) {
      List<String> words = line.words();
      if (link.isEmpty() || words.size() < 2 || !words.get(0).endsWith(":")) {
        return false;
      }
      String name = words.get(0).substring(0, words.get(0).length() - 1);
      boolean fixed = words.contains("[fixed]");
      boolean on = words.get(1).equals("on");
      facts.add(new Offload(input.node(), link, name, on, fixed, facts.at(line.number())));
      return true;
    }
  }
}
