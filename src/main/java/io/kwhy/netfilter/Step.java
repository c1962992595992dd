package io.kwhy.netfilter;

import java.util.Optional;

/**
 * Something that had a part in what became of a packet.
 *
 * @param hook where
 * @param family of the table, e.g. inet; "" for a routing decision
 * @param table e.g. filter; "" for a routing decision
 * @param text the rule as it stands in the file, the chain's declaration for a policy, or a
 *     sentence about the routing decision
 * @param source the file, as the caller named it; "" for a routing decision
 * @param line in that file; 0 for a routing decision
 * @param choice which of several things the rule chose, from 0
 * @param rule the rule itself, if it is one
 */
public record Step(
    Sort sort,
    Hook hook,
    String family,
    String table,
    String chain,
    String text,
    String source,
    int line,
    int choice,
    Optional<Rule> rule) {

  /** How sure it is, and what it is. */
  public enum Sort {
    /** A rule that matched. */
    RULE,
    /** The end of a base chain. */
    POLICY,
    /** A routing decision. */
    ROUTE,
    /** This way supposes that the rule matches. */
    IF_MATCHED,
    /** This way supposes that the rule does not match. */
    UNLESS_MATCHED,
    /** Chance picked this rule, or what it chose. */
    CHANCE;

    /** Whether ways part here because evidence is missing, or by chance. */
    boolean parts() {
      return this == IF_MATCHED || this == UNLESS_MATCHED || this == CHANCE;
    }
  }

  static Step of(Sort sort, Hook hook, Table table, Rule rule) {
    return new Step(
        sort,
        hook,
        table.family().word(),
        rule.table(),
        rule.chain(),
        rule.text(),
        rule.source(),
        rule.line(),
        0,
        Optional.of(rule));
  }

  static Step policy(Hook hook, Table table, Chain chain) {
    return new Step(
        Sort.POLICY,
        hook,
        table.family().word(),
        table.name(),
        chain.name(),
        chain.text(),
        chain.source(),
        chain.line(),
        0,
        Optional.empty());
  }

  static Step route(Hook hook, String text) {
    return route(Sort.ROUTE, hook, text);
  }

  static Step route(Sort sort, Hook hook, String text) {
    return new Step(sort, hook, "", "", "", text, "", 0, 0, Optional.empty());
  }

  Step choice(int number) {
    return new Step(sort, hook, family, table, chain, text, source, line, number, rule);
  }
}
