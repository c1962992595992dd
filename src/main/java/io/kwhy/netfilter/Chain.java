package io.kwhy.netfilter;

import java.util.List;
import java.util.Optional;

/**
 * A chain of rules.
 *
 * @param line where it is declared, with its policy
 * @param text the declaration as it stands there
 * @param base for a base chain
 */
public record Chain(
    String name, String source, int line, String text, Optional<Base> base, List<Rule> rules) {

  public Chain {
    rules = List.copyOf(rules);
  }
}
