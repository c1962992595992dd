package io.kwhy.rule.compiler;

import io.kwhy.rule.contents.Contents;

/**
 * Compiled rules that can be loaded.
 *
 * @param loader finds their classes, facts, and the classes of the layers below
 */
public record RuleLayer(Contents contents, ClassLoader loader) {
  /** No rules, just facts. */
  public static RuleLayer ground() {
    return new RuleLayer(Contents.NONE, RuleLayer.class.getClassLoader());
  }

  static RuleLayer of(CompiledRules rules, RuleLayer below) {
    return new RuleLayer(
        rules.contents(),
        new RuleClassLoader(rules.contents().packages(), rules.classes(), below.loader()));
  }
}
