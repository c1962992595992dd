package io.kwhy.fact.network;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * A rule of iptables that stands there many times over.
 *
 * @param count how often
 * @param origin the first of them
 */
public record RepeatedRule(String node, String rule, int count, Origin origin) implements Fact {
  @Override
  public String text() {
    return rule + " (" + count + " times)";
  }
}
