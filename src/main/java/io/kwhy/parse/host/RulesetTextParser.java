package io.kwhy.parse.host;

import io.kwhy.fact.network.RulesetText;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import java.io.IOException;

/**
 * Firewall rules, kept as they were printed. A command that failed leaves a complaint instead of
 * rules; a host without rules leaves nothing, which is no gap.
 */
final class RulesetTextParser implements Parser {

  /** Five thousand Services make some ten megabytes. */
  private static final int MOST_CHARACTERS = 64_000_000;

  @Override
  public void parse(Input input, Facts facts) throws IOException {
    StringBuilder content = new StringBuilder();
    Lines.eachWithBlank(
        input,
        facts,
        line -> {
          if (failed(line.text())) {
            facts.gap(line.number(), line.insteadOf("firewall rules"));
          }
          if (content.length() + line.text().length() < MOST_CHARACTERS) {
            content.append(line.text());
          } else {
            facts.gap(line.number(), "the rules are too many, the rest was not read");
          }
          content.append('\n');
        });
    facts.add(new RulesetText(input.node(), input.source().id(), content.toString(), facts.at(0)));
  }

  private static boolean failed(String line) {
    return line.matches(
        "(?i)(?:bash|sh|sudo|iptables-save|nft|ipset)?[^\"#-]*(?:command not found|permission denied|operation not permitted|not found in path).*");
  }
}
