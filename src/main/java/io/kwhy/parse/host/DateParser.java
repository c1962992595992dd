package io.kwhy.parse.host;

import io.kwhy.fact.node.HostClock;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import io.kwhy.parse.text.Lines;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code date -u}: as the collector asks for it, or as it prints by itself. It says the time;
 * whether the clock is right is said by the clock probe and by timedatectl.
 */
final class DateParser implements Parser {

  /** A date that does not know nanoseconds prints the letter in their place. */
  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\d)[T ](\\d\\d:\\d\\d:\\d\\d)[.,]?(\\d{0,9})%?N?(?:Z| ?UTC| ?([+-]\\d\\d):?(\\d\\d)?)");

  private static final List<DateTimeFormatter> WORDS =
      List.of(
          DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss XXX uuuu", Locale.US),
          DateTimeFormatter.ofPattern("EEE MMM d hh:mm:ss a XXX uuuu", Locale.US),
          DateTimeFormatter.ofPattern("EEE d MMM HH:mm:ss XXX uuuu", Locale.US),
          DateTimeFormatter.ofPattern("EEE d MMM uuuu hh:mm:ss a XXX", Locale.US),
          DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss XX", Locale.US));

  @Override
  public void parse(Input input, Facts facts) throws IOException {
    Lines.eachOfSome(
        input,
        facts,
        line ->
            time(String.join(" ", line.words()))
                .ifPresentOrElse(
                    time ->
                        facts.add(
                            new HostClock(
                                input.node(),
                                time,
                                input.collectedAt(),
                                Double.NaN,
                                true,
                                facts.at(line.number()))),
                    () ->
                        facts.gap(
                            line.number(), line.insteadOf("a time in UTC or with an offset"))));
  }

  private static Optional<Instant> time(String text) {
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      String fraction = iso.group(3).isEmpty() ? "" : "." + iso.group(3);
      String offset = iso.group(4) == null ? "Z" : iso.group(4) + ":" + minutes(iso.group(5));
      return instant(
          DateTimeFormatter.ISO_OFFSET_DATE_TIME,
          iso.group(1) + "T" + iso.group(2) + fraction + offset);
    }
    // Other zones have names that stand for several: CST is China's and Chicago's.
    String universal = text.replaceFirst(" (?:UTC|GMT)\\b", " Z");
    return WORDS.stream().flatMap(format -> instant(format, universal).stream()).findFirst();
  }

  private static String minutes(String text) {
    return text == null ? "00" : text;
  }

  private static Optional<Instant> instant(DateTimeFormatter format, String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text, format).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
