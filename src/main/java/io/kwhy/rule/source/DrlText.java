package io.kwhy.rule.source;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text of rules without what is not code; lines stay where they are. */
public final class DrlText {
  private static final Pattern PARTS =
      Pattern.compile(
          "(?<string>\"(?:[^\"\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\n]|\\\\.)*')"
              + "|(?<comment>//[^\n]*|/\\*.*?(?:\\*/|\\z))",
          Pattern.DOTALL);

  private DrlText() {}

  /** The text without comments. */
  public static String withoutComments(String text) {
    return replace(text, false);
  }

  /** The text without comments, and with empty texts in quotation marks. */
  public static String codeOnly(String text) {
    return replace(text, true);
  }

  /** The texts in quotation marks, outside of comments. */
  public static SortedSet<String> literals(String text) {
    SortedSet<String> literals = new TreeSet<>();
    Matcher matcher = PARTS.matcher(text);
    while (matcher.find()) {
      String string = matcher.group("string");
      if (string != null) {
        literals.add(string.substring(1, string.length() - 1));
      }
    }
    return literals;
  }

  private static String replace(String text, boolean emptyStrings) {
    return PARTS
        .matcher(text)
        .replaceAll(
            part -> {
              boolean string = part.group().startsWith("\"") || part.group().startsWith("'");
              String kept = emptyStrings ? "\"\"" : part.group();
              return Matcher.quoteReplacement(
                  string ? kept : part.group().replaceAll("[^\n]", " "));
            });
  }
}
