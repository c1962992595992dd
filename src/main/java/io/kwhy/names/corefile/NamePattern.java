package io.kwhy.names.corefile;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * A regular expression that a Corefile holds against names. It is somebody else's: it is matched in
 * linear time, and one that would grow too large is not judged.
 */
public final class NamePattern {
  private static final int LONGEST = 1_000;

  /** Steps of the compiled pattern. Go refuses repetitions of more than a thousand. */
  private static final long LARGEST = 20_000;

  private final Pattern pattern;

  private NamePattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /** The pattern, unless it is none or too large. */
  public static Optional<NamePattern> of(String text) {
    if (text.length() > LONGEST || size(text) > LARGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(new NamePattern(Pattern.compile(text)));
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
  }

  /** Whether a part of the name matches. */
  public boolean isIn(String name) {
    return pattern.matcher(name).find();
  }

  /**
   * What CoreDNS puts in the place of a name that matches: the replacement, groups of the match in
   * place of their numbers in braces. The same name where it does not match.
   */
  public String replaced(String name, String replacement) {
    Matcher match = pattern.matcher(name);
    if (!match.find()) {
      return name;
    }
    String replaced = replacement;
    for (int group = 0; group <= match.groupCount(); group++) {
      String value = match.group(group);
      replaced = replaced.replace("{" + group + "}", value == null ? "" : value);
    }
    return replaced;
  }

  /** About how large it is once its repetitions are written out. */
  private static long size(String text) {
    Deque<Long> around = new ArrayDeque<>();
    long size = 0;
    long last = 0;
    for (int at = 0; at < text.length(); at++) {
      char letter = text.charAt(at);
      if (letter == '\\') {
        at++;
        last = 1;
      } else if (letter == '(') {
        around.push(size);
        size = 0;
        continue;
      } else if (letter == ')' && !around.isEmpty()) {
        last = Math.max(1, size);
        size = around.pop();
      } else if (letter == '{') {
        size += last * (repetitions(text, at) - 1);
        continue;
      } else {
        last = 1;
      }
      size = Math.min(size + last, LARGEST + 1);
    }
    return around.isEmpty() ? size : Math.max(size, around.size());
  }

  /** The greater of the numbers in braces, 1 where it is not that. */
  private static long repetitions(String text, int brace) {
    int end = text.indexOf('}', brace);
    String inside = end < 0 ? "" : text.substring(brace + 1, end);
    if (!inside.matches("[0-9]{1,5}(,([0-9]{1,5})?)?")) {
      return 1;
    }
    String[] numbers = inside.split(",", 2);
    String most = numbers.length > 1 && !numbers[1].isEmpty() ? numbers[1] : numbers[0];
    return Math.max(1, Long.parseLong(most));
  }
}
