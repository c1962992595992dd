package io.kwhy.cli;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A span of time as people write it, in whole hours, at least one: {@code 24}, {@code 90m}. */
final class HoursBack implements ITypeConverter<Integer> {
  private static final Pattern SPAN = Pattern.compile("([0-9]{1,6})([mhdw]?)");
  private static final Map<String, Integer> MINUTES =
      Map.of("m", 1, "h", 60, "", 60, "d", 24 * 60, "w", 7 * 24 * 60);

  /** Ten years: more than any journal, and what a shell can still count in seconds. */
  private static final int MOST = 10 * 366 * 24;

  @Override
  public Integer convert(String text) {
    Matcher span = SPAN.matcher(text);
    if (span.matches()) {
      long minutes = Long.parseLong(span.group(1)) * MINUTES.get(span.group(2));
      long hours = (minutes + 59) / 60;
      if (minutes > 0 && hours <= MOST) {
        return (int) hours;
      }
    }
    throw new TypeConversionException(
        "expected a time as in 24h, 90m, 7d or 2w, ten years at most, found '" + text + "'");
  }
}
