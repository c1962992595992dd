package io.kwhy.fact.log;

import java.util.List;
import java.util.Objects;

/**
 * What a message reads like.
 *
 * @param regex regular expression (Java's), found anywhere in the message
 * @param literals every match contains one of them; empty where nothing is known to be in all
 * @param groups names of the groups, in the order of the expression
 */
public record MessageText(String regex, List<Literal> literals, List<String> groups) {
  /** Literals are at least as long: shorter ones are in too many lines. */
  public static final int SHORTEST_LITERAL = RequiredSequence.SHORTEST;

  public MessageText {
    Objects.requireNonNull(regex);
    literals = List.copyOf(literals);
    groups = List.copyOf(groups);
  }

  /** Reads a regular expression that {@link java.util.regex.Pattern} accepts. */
  public static MessageText of(String regex) {
    return RequiredText.in(regex);
  }
}
