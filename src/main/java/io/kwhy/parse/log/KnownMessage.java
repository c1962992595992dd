package io.kwhy.parse.log;

import io.kwhy.fact.log.MessageText;
import io.kwhy.fact.log.Signal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A signal, ready to be matched. Its expression is compiled when it is first tried. */
final class KnownMessage {

  /** What the groups of a match hold. */
  record Match(String subject, SortedMap<String, String> fields) {}

  /** Longer values are cut: they are compared and kept. */
  private static final int LONGEST_VALUE = 256;

  private static final int MOST_STEPS = 500_000;
  private static final String SUBJECT = "subject";

  private final Signal signal;
  private final boolean saysSubject;
  private final List<String> fields;
  private volatile Pattern pattern;

  private KnownMessage(Signal signal) {
    this.signal = signal;
    List<String> groups = signal.text().groups();
    this.saysSubject = groups.contains(SUBJECT);
    this.fields = groups.stream().filter(name -> !name.equals(SUBJECT)).toList();
  }

  /**
   * Makes a signal ready.
   *
   * @throws IllegalArgumentException if its text has no literal to search for; the message names
   *     the signal
   */
  static KnownMessage of(Signal signal) {
    if (signal.text().literals().isEmpty()) {
      throw new IllegalArgumentException(
          "signal \"%s\": expected %s or more plain characters in a row that every match contains, found none in \"%s\""
              .formatted(signal.id(), MessageText.SHORTEST_LITERAL, signal.text().regex()));
    }
    return new KnownMessage(signal);
  }

  Signal signal() {
    return signal;
  }

  /** Compiled at most a few times, where threads meet here. */
  private Pattern pattern() {
    Pattern known = pattern;
    if (known == null) {
      known = Pattern.compile(signal.text().regex());
      pattern = known;
    }
    return known;
  }

  /**
   * Matches a text.
   *
   * @throws CountedText.ExhaustedException if that takes too long
   * @throws StackOverflowError if it nests too deeply
   */
  Optional<Match> match(String text) {
    Matcher matcher = pattern().matcher(new CountedText(text, MOST_STEPS));
    return matcher.find() ? Optional.of(read(matcher)) : Optional.empty();
  }

  private Match read(Matcher matcher) {
    SortedMap<String, String> values = new TreeMap<>();
    for (String field : fields) {
      values.put(field, value(matcher, field));
    }
    return new Match(saysSubject ? value(matcher, SUBJECT) : "", values);
  }

  private static String value(Matcher matcher, String group) {
    String value = matcher.group(group);
    if (value == null) {
      return "";
    }
    return value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value;
  }

  /** Whether it counts in the log of a unit. */
  boolean isFor(String unit) {
    return signal.units().isEmpty() || signal.units().contains(unit);
  }
}
