package io.kwhy.fact.network;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * The firewall rules of a host as a command prints them. They are judged as a whole; one by one
 * they say little.
 *
 * @param source id in the table of sources: iptables-save, ip6tables-save, nft-ruleset or ipset
 * @param content all that was printed
 */
public record RulesetText(String node, String source, String content, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return source + " of " + node + ", " + content.lines().count() + " lines";
  }

  @Override
  public String toString() {
    return "RulesetText[" + text() + "]";
  }
}
