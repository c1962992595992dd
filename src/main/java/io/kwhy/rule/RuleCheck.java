package io.kwhy.rule;

import io.kwhy.rule.compiler.RuleCache;
import io.kwhy.rule.compiler.RuleLayer;
import io.kwhy.rule.file.InvalidRulesException;
import io.kwhy.rule.file.Problem;
import io.kwhy.rule.file.RuleFolder;
import io.kwhy.rule.lint.RuleLint;
import io.kwhy.rule.source.RuleSources;
import java.nio.file.Path;
import java.util.List;

/** What is wrong, or half done, in a folder of rules. */
public final class RuleCheck {
  private RuleCheck() {}

  /**
   * Everything in a folder of users' rules that is not as it should be, by file and line; each says
   * what would be right.
   *
   * @throws InvalidRulesException if it is no folder of rules
   */
  public static List<Problem> problems(Path folder) {
    return RuleCache.hasCompiler()
        ? problems(RuleFolder.read(folder), RuleBook.builtInLayer())
        : CompilerProcess.check(folder);
  }

  /** The same for the folder of built-in rules, which stand on nothing. */
  static List<Problem> ofBuiltIn(Path folder) {
    return problems(RuleFolder.read(folder), RuleLayer.ground());
  }

  private static List<Problem> problems(RuleFolder folder, RuleLayer below) {
    RuleSources sources = RuleSources.read(List.of(folder), below.contents(), below.loader());
    return RuleLint.check(sources, below.contents());
  }
}
