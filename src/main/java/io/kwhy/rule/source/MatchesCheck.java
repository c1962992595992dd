package io.kwhy.rule.source;

import io.kwhy.rule.file.Problem;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Finds regular expressions in conditions that are none. The compiler takes any text, and a rule
 * with such a one can't be loaded.
 */
final class MatchesCheck {
  /** Texts that are no regular expressions are passed over as a whole, whatever stands in them. */
  private static final Pattern TEXT =
      Pattern.compile("(?<matches>\\bmatches\\s*)?\"(?<text>(?:[^\"\\\\]|\\\\.)*+)\"");

  private MatchesCheck() {}

  static void check(DrlFile drl, Consumer<Problem> problems) {
    for (DrlFile.Rule rule : drl.rules()) {
      for (DrlFile.Pattern pattern : rule.patterns()) {
        Matcher text = TEXT.matcher(pattern.constraints());
        while (text.find()) {
          if (text.group("matches") != null) {
            check(drl, pattern.line(), text.group("text"), problems);
          }
        }
      }
    }
  }

  private static void check(DrlFile drl, int line, String written, Consumer<Problem> problems) {
    try {
      Pattern.compile(written.translateEscapes());
    } catch (PatternSyntaxException e) {
      problems.accept(
          drl.file()
              .problem(
                  line,
                  "matches what is no regular expression: "
                      + e.getDescription()
                      + " at "
                      + e.getIndex()));
    } catch (IllegalArgumentException e) {
      // Not Java's escapes: the compiler says so.
    }
  }
}
