package io.kwhy.rule.contents;

import io.kwhy.rule.file.RuleKind;
import java.util.List;

/**
 * A rule, as the book lists it.
 *
 * @param area folder below the kind's, e.g. {@code registration}; {@code ""} where there is none
 * @param file as the user would name it
 * @param line of {@code rule "name"}, from 1
 * @param status of its card: stable or experimental; {@code ""} without a card
 * @param packageName package in the rule file
 * @param types full names of the types that its conditions read, sorted
 * @param requires what it cannot do without
 * @param yields what it may conclude
 */
public record RuleEntry(
    String name,
    RuleKind kind,
    String area,
    String file,
    int line,
    String status,
    String packageName,
    List<String> types,
    List<Requirement> requires,
    List<Yield> yields) {

  public RuleEntry {
    types = List.copyOf(types);
    requires = List.copyOf(requires);
    yields = List.copyOf(yields);
  }
}
