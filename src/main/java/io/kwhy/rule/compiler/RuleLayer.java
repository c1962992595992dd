package io.kwhy.rule.compiler;

import io.kwhy.rule.contents.Contents;
import io.kwhy.rule.contents.RuleEntry;
import io.kwhy.rule.selection.RuleClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Compiled rules that can be loaded.
 *
 * @param classes what makes the rules, each of them once
 * @param loader finds their classes, facts, and the classes of the layers below
 */
public record RuleLayer(Contents contents, List<RuleClasses> classes, ClassLoader loader) {
  public RuleLayer {
    classes = List.copyOf(classes);
  }

  /** No rules, just facts. */
  public static RuleLayer ground() {
    return of(Contents.NONE, RuleLayer.class.getClassLoader());
  }

  /**
   * Rules whose classes a loader finds.
   *
   * @param contents what lies beside them
   */
  public static RuleLayer of(Contents contents, ClassLoader loader) {
    return new RuleLayer(contents, List.of(classes(contents, rule -> true, loader)), loader);
  }

  /** Rules on top of others. */
  static RuleLayer of(CompiledRules rules, RuleLayer below) {
    Contents contents = rules.contents();
    return of(
        contents,
        new RuleClassLoader(contents.packages(), Set.of(), rules.classes(), below.loader()));
  }

  /** Rules in the place of others, some of which may have been taken over. */
  static RuleLayer edition(CompiledRules rules, RuleLayer earlier) {
    Contents contents = rules.contents();
    ClassLoader loader =
        new RuleClassLoader(
            contents.packages(), contents.declared(), rules.classes(), earlier.loader());
    Predicate<RuleEntry> inherited = rule -> contents.inherited().contains(rule.name());
    List<RuleClasses> classes = new ArrayList<>();
    if (!contents.inherited().isEmpty()) {
      classes.add(classes(earlier.contents(), inherited, earlier.loader()));
    }
    classes.add(classes(contents, inherited.negate(), loader));
    return new RuleLayer(contents, classes, loader);
  }

  private static RuleClasses classes(
      Contents contents, Predicate<RuleEntry> rules, ClassLoader loader) {
    return new RuleClasses(
        contents.rules().stream().filter(rules).toList(),
        contents.models(),
        contents.parts(),
        loader);
  }
}
