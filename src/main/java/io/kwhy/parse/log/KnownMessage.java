package io.kwhy.parse.log;

import io.kwhy.fact.log.Signal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A signal, ready to be matched.
 *
 * @param fields names of the groups other than {@code subject}
 * @param literals every match contains one of them
 */
record KnownMessage(
    Signal signal,
    Meaning meaning,
    Pattern pattern,
    boolean saysSubject,
    List<String> fields,
    List<Literal> literals) {

  /** What a message says about the run of its unit. */
  enum Meaning {
    /** Nothing. */
    MESSAGE,
    /** It starts. */
    START,
    /** It ended by itself. */
    FAILURE,
    /** Someone stops it while it runs. */
    STOPPING,
    /** Its process ended without an error. */
    EXITED,
    /** It is down. */
    STOPPED
  }

  /** What the groups of a match hold. */
  record Match(String subject, SortedMap<String, String> fields) {}

  /** Longer values are cut: they are compared and kept. */
  private static final int LONGEST_VALUE = 256;

  private static final int MOST_STEPS = 500_000;
  private static final String SUBJECT = "subject";

  static KnownMessage of(Signal signal) {
    return of(signal, Meaning.valueOf(signal.role().name()));
  }

  /**
   * Compiles a signal.
   *
   * @throws IllegalArgumentException if its text is no regular expression, or has no literal to
   *     search for; the message names the signal
   */
  static KnownMessage of(Signal signal, Meaning meaning) {
    Pattern pattern = compile(signal);
    RequiredText.Found found = RequiredText.in(signal.text());
    if (found.literals().isEmpty()) {
      throw new IllegalArgumentException(
          "signal \"%s\": expected %d or more plain characters in a row that every match contains, found none in \"%s\""
              .formatted(signal.id(), RequiredText.SHORTEST, signal.text()));
    }
    List<String> fields = found.groups().stream().filter(name -> !name.equals(SUBJECT)).toList();
    boolean saysSubject = found.groups().contains(SUBJECT);
    return new KnownMessage(signal, meaning, pattern, saysSubject, fields, found.literals());
  }

  private static Pattern compile(Signal signal) {
    try {
      return Pattern.compile(signal.text());
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "signal \"%s\": expected a regular expression, found \"%s\": %s"
              .formatted(signal.id(), signal.text(), e.getDescription()),
          e);
    }
  }

  /**
   * Matches a text.
   *
   * @throws CountedText.ExhaustedException if that takes too long
   * @throws StackOverflowError if it nests too deeply
   */
  Optional<Match> match(String text) {
    Matcher matcher = pattern.matcher(new CountedText(text, MOST_STEPS));
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
