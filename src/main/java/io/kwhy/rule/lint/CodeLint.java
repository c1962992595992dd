package io.kwhy.rule.lint;

import io.kwhy.rule.file.Problem;
import io.kwhy.rule.source.DrlFile;
import io.kwhy.rule.source.DrlFile.Need;
import io.kwhy.rule.source.DrlText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What rules may say: conditions that hold in any order and on gaps, and conclusions. */
final class CodeLint {
  private static final String FACTS = "io.kwhy.fact.";

  /** Words that make rules depend on their order, or let them change facts. */
  private static final Pattern WORDS =
      Pattern.compile(
          "(?<![\\w$.-])(salience|no-loop|lock-on-active|agenda-group|activation-group"
              + "|ruleflow-group|auto-focus|timer|global|query|eval|modify|update|delete|retract"
              + "|insert|System\\s*\\.\\s*\\w+)(?![\\w-])");

  private static final Pattern CHANGING_MATCHES = Pattern.compile("\\bmatches\\s+(?!\")(\\S+)");

  private final DrlFile drl;
  private final List<Problem> problems;

  private CodeLint(DrlFile drl, List<Problem> problems) {
    this.drl = drl;
    this.problems = problems;
  }

  static List<Problem> check(List<DrlFile> drls) {
    List<Problem> problems = new ArrayList<>();
    for (DrlFile drl : drls) {
      CodeLint lint = new CodeLint(drl, problems);
      lint.checkLines();
      drl.rules().forEach(lint::checkRule);
    }
    return problems;
  }

  private void checkLines() {
    String[] lines = DrlText.codeOnly(drl.file().text()).split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      Matcher word = WORDS.matcher(lines[i]);
      while (word.find()) {
        add(i + 1, "\"" + word.group(1) + "\", expected only conditions and insertLogical");
      }
      Matcher matches = CHANGING_MATCHES.matcher(lines[i]);
      if (matches.find()) {
        add(i + 1, "matches " + matches.group(1) + ", expected a fixed text");
      }
    }
  }

  private void checkRule(DrlFile.Rule rule) {
    boolean captured =
        rule.patterns().stream()
            .anyMatch(p -> p.need() == Need.SOME && p.type().equals(FACTS + "Captured"));
    for (DrlFile.Pattern pattern : rule.patterns()) {
      if (!captured && pattern.need().holdsForNothing() && comesFromCapture(pattern)) {
        add(
            pattern.line(),
            pattern.simpleType()
                + " may be missing because nobody looked, expected a condition"
                + " Captured( source == …, node == … ) in this rule");
      }
      if (pattern.need() == Need.ANY_NUMBER && !pattern.type().startsWith(FACTS)) {
        add(
            pattern.line(),
            "counts or collects "
                + pattern.simpleType()
                + ", which rules conclude one by one; what was collected before the last is kept,"
                + " expected facts, or new Listed( finding, key, value ) for each");
      }
    }
  }

  private static boolean comesFromCapture(DrlFile.Pattern pattern) {
    return pattern.type().startsWith(FACTS)
        && !pattern.type().equals(FACTS + "Captured")
        && !pattern.type().equals(FACTS + "NotCaptured");
  }

  private void add(int line, String text) {
    problems.add(drl.file().problem(line, text));
  }
}
