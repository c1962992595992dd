package io.kwhy.bundle.redaction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Passwords in URLs: {@code postgres://k3s:hush@db/k3s}. Quotes, slashes and further {@code @} may
 * be part of one. Where it ends is looked for by hand: a pattern would need a stack as deep as the
 * text is long.
 */
final class Logins {
  private static final Pattern START = Pattern.compile("://[^/\\s:@\"']*:");

  /** What a URL parser says of a password that it took for a port. */
  private static final Pattern TAKEN_FOR_PORT =
      Pattern.compile("(invalid port \\\\*\":)[^\"\\\\]*");

  /** A quote before one of these ends a value. */
  private static final String AFTER_VALUE = ",:}]";

  private Logins() {}

  /** The text, marks in the place of passwords. */
  static String without(String text) {
    Matcher start = START.matcher(text);
    StringBuilder out = new StringBuilder();
    int kept = 0;
    while (start.find()) {
      int end = endOfValue(text, start.end());
      int at = lastAt(text, start.end(), end);
      if (at >= 0) {
        out.append(text, kept, start.end()).append(Blanking.MARK);
        kept = at;
      }
      start.region(end, text.length());
    }
    if (kept == 0) {
      return text;
    }
    out.append(text, kept, text.length());
    return TAKEN_FOR_PORT.matcher(out).replaceAll("$1" + Blanking.MARK);
  }

  /** Nothing before {@code from} is looked at: there may be as many passwords as words. */
  private static int lastAt(String text, int from, int to) {
    int at = to - 1;
    while (at > from && text.charAt(at) != '@') {
      at--;
    }
    return at > from ? at : -1;
  }

  /** The same for what is no URL, {@code k3s:hush@tcp(db:3306)/k3s}: the text, marks in it. */
  static String withoutInDataSources(String text) {
    StringBuilder out = new StringBuilder();
    int kept = 0;
    int start = 0;
    while (start < text.length()) {
      int end = endOfWord(text, start);
      String word = text.substring(start, end);
      int place = Math.max(word.lastIndexOf("@tcp("), word.lastIndexOf("@unix("));
      int password = startOfPassword(word, place);
      if (password > 0) {
        out.append(text, kept, start + password).append(Blanking.MARK);
        kept = start + place;
      }
      start = end + 1;
    }
    return kept == 0 ? text : out.append(text, kept, text.length()).toString();
  }

  /** Behind the colon of a name that is no scheme; 0 where there is none before that place. */
  private static int startOfPassword(String word, int place) {
    for (int colon = word.indexOf(':'); colon >= 0; colon = word.indexOf(':', colon + 1)) {
      if (colon >= place) {
        return 0;
      }
      if (colon > 0 && isOfName(word.charAt(colon - 1)) && !word.startsWith("//", colon + 1)) {
        return colon + 1;
      }
    }
    return 0;
  }

  private static boolean isOfName(char c) {
    return "_.-".indexOf(c) >= 0 || (c < 128 && Character.isLetterOrDigit(c));
  }

  private static int endOfWord(String text, int start) {
    int end = start;
    while (end < text.length() && " \t\n\u000b\f\r\"'".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static int endOfValue(String text, int from) {
    int end = from;
    while (end < text.length() && !isEnd(text, end)) {
      end++;
    }
    return end;
  }

  private static boolean isEnd(String text, int at) {
    char c = text.charAt(at);
    if (c != '"' && c != '\'') {
      return Character.isWhitespace(c);
    }
    return at + 1 < text.length()
        && (Character.isWhitespace(text.charAt(at + 1))
            || AFTER_VALUE.indexOf(text.charAt(at + 1)) >= 0);
  }
}
