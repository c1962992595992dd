package io.kwhy.netfilter;

import java.util.List;

/**
 * A rule.
 *
 * @param source the file, as the caller named it
 * @param line in that file, from 1
 * @param text as it stands there, without white space around it
 * @param statements in the order in which the kernel looks at them
 */
public record Rule(
    String source, int line, String table, String chain, String text, List<Statement> statements) {

  public Rule {
    statements = List.copyOf(statements);
  }
}
