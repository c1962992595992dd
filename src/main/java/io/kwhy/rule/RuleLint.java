package io.kwhy.rule;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/**
 * The rules of the rules, as far as they show without facts: what the compiler accepts and a reader
 * or a bundle with gaps would stumble over.
 */
public final class RuleLint {
  private RuleLint() {}

  /**
   * Everything in a folder of users' rules that is not as it should be, by file and line; each says
   * what would be right.
   *
   * @throws InvalidRulesException if it is no folder of rules
   */
  public static List<Problem> check(Path folder) {
    return RuleCache.hasCompiler()
        ? check(RuleFolder.read(folder), RuleBook.builtInLayer())
        : CompilerProcess.lint(folder);
  }

  /** The same for the folder of built-in rules, which stand on nothing. */
  static List<Problem> checkBuiltIn(Path folder) {
    return check(RuleFolder.read(folder), RuleLayer.ground());
  }

  private static List<Problem> check(RuleFolder folder, RuleLayer below) {
    RuleSources sources = RuleSources.read(List.of(folder), below.contents(), below.loader());
    TreeSet<Problem> problems = new TreeSet<>(sources.problems());
    problems.addAll(CodeLint.check(sources.drls()));
    problems.addAll(NameLint.check(sources, below.contents()));
    problems.addAll(CardLint.check(sources));
    problems.addAll(UseLint.check(sources));
    return List.copyOf(problems);
  }
}
