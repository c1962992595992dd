package io.kwhy.parse.host;

import io.kwhy.fact.Fact;
import io.kwhy.fact.node.HostClock;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import io.kwhy.parse.text.Line;
import io.kwhy.parse.text.Lines;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code timedatectl show}, and {@code timedatectl} where it has no {@code show} (systemd before
 * 239). Only whether the clock is synchronised is taken from it.
 */
final class TimeSyncParser implements Parser {

  private static final Pattern SYNCHRONISED =
      Pattern.compile(
          "(?:NTPSynchronized=|System clock synchronized: |NTP synchronized: )(yes|no)");

  @Override
  public void parse(Input input, Facts facts) throws IOException {
    List<Line> others = new ArrayList<>(1);
    List<Line> answers = new ArrayList<>(1);
    Lines.eachOfSome(
        input,
        facts,
        line -> {
          Matcher matcher = SYNCHRONISED.matcher(line.text().strip());
          List<Line> list = matcher.matches() ? answers : others;
          if (list.isEmpty()) {
            list.add(line);
          }
        });
    answers.forEach(line -> facts.add(clock(line, input, facts)));
    if (answers.isEmpty()) {
      others.forEach(line -> facts.gap(line.number(), line.insteadOf("NTPSynchronized")));
    }
  }

  private static HostClock clock(Line line, Input input, Facts facts) {
    boolean synchronised = line.text().toLowerCase(Locale.ROOT).strip().endsWith("yes");
    return new HostClock(
        input.node(),
        Fact.UNKNOWN_TIME,
        input.collectedAt(),
        Double.NaN,
        synchronised,
        facts.at(line.number()));
  }
}
