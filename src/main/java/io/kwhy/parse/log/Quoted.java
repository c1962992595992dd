package io.kwhy.parse.log;

import java.util.Locale;
import java.util.regex.Pattern;

/** Makes text from a log fit to be shown: without secrets, in one line, not too long. */
final class Quoted {
  private static final int LONGEST = 400;
  private static final String BLANK = "<redacted>";

  private static final Pattern JOIN_TOKEN =
      Pattern.compile("\\bK10[0-9a-f]{6,}(?:::[^\\s\"',;]+)?");
  private static final Pattern LOGIN = Pattern.compile("://[^/\\s@\"']+@");
  private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer|basic)\\s+[\\w.~+/=-]{8,}");
  private static final Pattern ASSIGNED =
      Pattern.compile(
          "(?i)(token|passwd|password|secret[-_]?key|api[-_]?key)(\"?\\s*[=:]\\s*\"?)(?![/\\s\"'])[^\\s\"',;&]+");

  private Quoted() {}

  /** At most 400 characters; secrets and control characters are replaced. */
  static String of(String text) {
    String start = text.length() > 4 * LONGEST ? text.substring(0, 4 * LONGEST) : text;
    String blanked = blank(start);
    StringBuilder quoted = new StringBuilder();
    blanked
        .codePoints()
        .limit(LONGEST + 1L)
        .forEach(
            c -> {
              if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", c));
              } else {
                quoted.appendCodePoint(c);
              }
            });
    return quoted.codePointCount(0, quoted.length()) > LONGEST
        ? quoted.substring(0, quoted.offsetByCodePoints(0, LONGEST - 1)) + "…"
        : quoted.toString();
  }

  private static String blank(String text) {
    String blanked = JOIN_TOKEN.matcher(text).replaceAll(BLANK);
    blanked = LOGIN.matcher(blanked).replaceAll("://" + BLANK + "@");
    blanked = BEARER.matcher(blanked).replaceAll("$1 " + BLANK);
    return ASSIGNED.matcher(blanked).replaceAll("$1$2" + BLANK);
  }
}
