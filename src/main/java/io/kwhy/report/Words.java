package io.kwhy.report;

import io.kwhy.diagnosis.Diagnosis.Progress;
import java.util.List;
import java.util.Locale;

/** Numbers and lists, as one would say them. */
final class Words {
  /** Of so many hosts a sentence gives the names. */
  static final int MOST_HOSTS = 10;

  private Words() {}

  /** {@code 1 host}, {@code 3 hosts}. */
  static String count(int number, String noun) {
    return number + " " + (number == 1 ? noun : plural(noun));
  }

  /** {@code a}, {@code a and b}, {@code a, b and c}. */
  static String list(List<String> items) {
    int last = items.size() - 1;
    return last < 1
        ? String.join("", items)
        : String.join(", ", items.subList(0, last)) + " and " + items.get(last);
  }

  /** The list, or its first items and how many more there are. */
  static String list(List<String> items, int most) {
    if (items.size() <= most) {
      return list(items);
    }
    int more = items.size() - most;
    return String.join(", ", items.subList(0, most)) + " and " + more + " more";
  }

  /** With a capital letter, as at the start of a line. */
  static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** {@code passed its settings and reaching a server; stopped at the token}. */
  static String howFar(Progress progress) {
    String passed = progress.passed().isEmpty() ? "" : "passed " + list(progress.passed()) + "; ";
    return passed + "stopped at " + progress.stoppedAt();
  }

  /** The text's beginning, and how much was left out, where it is longer than is of use. */
  static String shortened(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end) + " … (" + (text.length() - end) + " more characters)";
  }

  private static String plural(String noun) {
    return noun.endsWith("s") ? noun + "es" : noun + "s";
  }
}
