package io.kwhy.netfilter.iptables;

import io.kwhy.netfilter.Match;
import java.util.List;

/**
 * How an option of a match module is read.
 *
 * @param arguments how many words follow it
 */
record Option(int arguments, ConditionReader reading) {

  /** Makes a condition of an option's words. */
  interface ConditionReader {

    /**
     * The condition.
     *
     * @throws IllegalArgumentException if the words are not of the form that iptables prints
     */
    Match match(List<String> words, boolean negated);
  }

  static Option flag(ConditionReader reading) {
    return new Option(0, reading);
  }

  /** An option with one word. */
  static Option of(OneWord reading) {
    return new Option(1, (words, negated) -> reading.match(words.get(0), negated));
  }

  static Option pair(ConditionReader reading) {
    return new Option(2, reading);
  }

  /** Makes a condition of one word. */
  interface OneWord {
    Match match(String word, boolean negated);
  }
}
