package io.kwhy.rule.lint;

import io.kwhy.rule.contents.Contents;
import io.kwhy.rule.file.Problem;
import io.kwhy.rule.source.RuleSources;
import java.util.List;
import java.util.TreeSet;

/**
 * The rules of the rules, as far as they show without facts: what the compiler accepts and a reader
 * or a bundle with gaps would stumble over.
 */
public final class RuleLint {
  private RuleLint() {}

  /**
   * Everything that is not as it should be, by file and line; each says what would be right.
   *
   * @param below rules that these come on top of
   */
  public static List<Problem> check(RuleSources sources, Contents below) {
    TreeSet<Problem> problems = new TreeSet<>(sources.problems());
    problems.addAll(CodeLint.check(sources.drls()));
    problems.addAll(NameLint.check(sources, below));
    problems.addAll(CardLint.check(sources));
    problems.addAll(UseLint.check(sources));
    return List.copyOf(problems);
  }
}
