package io.kwhy.bundle.redaction;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stays of a value that is secret: the part of a join token that every host may know, quotes,
 * and whether there is a value at all.
 */
final class SecretValue {
  private static final String MARK = Blanking.MARK;

  private static final Pattern JOIN_TOKEN = Pattern.compile("K10([0-9a-f]*)::([^\\s\"',;\\\\]+)");

  private static final Pattern BOOLEAN =
      Pattern.compile("(?:true|false|null)(?:[\\s,;)}\\]\"'\\\\].*)?", Pattern.DOTALL);

  private SecretValue() {}

  /**
   * The mark instead of a value; its quotes, a comma after it and the part of a join token that is
   * not secret stay.
   */
  static String masked(String value) {
    String bare = value.strip();
    if (bare.isEmpty()
        || isBoolean(bare)
        || isEmptyQuotes(bare)
        || "{}[]&*".indexOf(bare.charAt(0)) >= 0) {
      return value;
    }
    String comma = bare.endsWith(",") ? "," : "";
    bare = bare.substring(0, bare.length() - comma.length());
    char first = bare.isEmpty() ? ' ' : bare.charAt(0);
    String quote = first == '"' || first == '\'' ? String.valueOf(first) : "";
    String inner = quote.isEmpty() ? bare : bare.substring(1).replaceAll("[\"'].*$", "");
    return quote + of(inner) + quote + comma;
  }

  /** The mark instead of a bare value. */
  static String of(String value) {
    if (value.matches("K10[0-9a-f]{0,64}")) {
      return value;
    }
    Matcher token = JOIN_TOKEN.matcher(value);
    return token.matches() ? joinToken(token) : MARK;
  }

  /** The same for a value that runs to the end of its line, whatever it begins with. */
  static String assigned(String value) {
    String bare = value.strip();
    return !bare.isEmpty() && "{[&*#".indexOf(bare.charAt(0)) >= 0 ? of(bare) : masked(value);
  }

  /** Whether it is one of these, whatever ends it: a password may begin like one. */
  static boolean isBoolean(String value) {
    return BOOLEAN.matcher(value).matches();
  }

  private static boolean isEmptyQuotes(String value) {
    return value.equals("\"\"") || value.equals("''") || value.startsWith("#");
  }

  /** The join tokens in a text, without what is secret of them. */
  static String joinTokens(String text) {
    return JOIN_TOKEN.matcher(text).replaceAll(m -> Matcher.quoteReplacement(joinToken(m)));
  }

  private static String joinToken(MatchResult token) {
    String credentials = token.group(2);
    int colon = credentials.indexOf(':');
    return "K10" + token.group(1) + "::" + credentials.substring(0, colon + 1) + MARK;
  }
}
