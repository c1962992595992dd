package io.kwhy.parse.host;

import io.kwhy.fact.node.Uptime;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import io.kwhy.parse.text.Lines;
import io.kwhy.parse.text.Numbers;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /proc/uptime}, or what {@code uptime} prints. */
final class UptimeParser implements Parser {

  private static final Pattern PROC =
      Pattern.compile("(\\d{1,12})(?:\\.\\d+)?\\s+\\d+(?:\\.\\d+)?");
  private static final Pattern WORDS =
      Pattern.compile(
          "\\S+\\s+up\\s+(?:(\\d{1,6}) days?,\\s*)?(?:(\\d{1,2}):(\\d\\d)|(\\d{1,2}) min|(\\d{1,2}) secs?)\\s*,.*");

  @Override
  public void parse(Input input, Facts facts) throws IOException {
    Lines.eachOfSome(
        input,
        facts,
        line ->
            seconds(line.text().strip())
                .ifPresentOrElse(
                    seconds ->
                        facts.add(new Uptime(input.node(), seconds, facts.at(line.number()))),
                    () -> facts.gap(line.number(), line.insteadOf("seconds since boot"))));
  }

  private static OptionalLong seconds(String text) {
    Matcher proc = PROC.matcher(text);
    if (proc.matches()) {
      return Numbers.whole(proc.group(1));
    }
    Matcher words = WORDS.matcher(text);
    if (!words.matches()) {
      return OptionalLong.empty();
    }
    long minutes = number(words, 1) * 24 * 60 + number(words, 2) * 60 + number(words, 3);
    return OptionalLong.of((minutes + number(words, 4)) * 60 + number(words, 5));
  }

  private static long number(Matcher matcher, int group) {
    return matcher.group(group) == null ? 0 : Long.parseLong(matcher.group(group));
  }
}
