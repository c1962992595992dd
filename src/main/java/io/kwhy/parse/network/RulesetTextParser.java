package io.kwhy.parse.network;

import io.kwhy.bundle.Source;
import io.kwhy.fact.network.RulesetText;
import io.kwhy.netfilter.nft.NftJson;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import io.kwhy.parse.Utf8Repair;
import io.kwhy.parse.text.Line;
import io.kwhy.parse.text.Lines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Firewall rules, kept as they were printed. A command that failed leaves a complaint instead of
 * rules; a host without rules leaves nothing, which is no gap.
 */
final class RulesetTextParser implements Parser {

  /** Five thousand Services make some ten megabytes. */
  private static final int MOST_CHARACTERS = 64_000_000;

  private static final String TOO_MANY = "the rules are too many, the rest was not read";

  private static final Pattern FAILED =
      Pattern.compile(
          "(?i)(?:bash|sh|sudo|iptables-save|nft|ipset)?[^\"#-]*(?:command not found"
              + "|permission denied|operation not permitted|not found in path).*");

  /** Said on the standard error, which may come in the middle of a rule. */
  private static final Pattern WARNING =
      Pattern.compile(
          "(?<before>.+)(?<warning># Warning: ip6?tables-legacy tables present, use .+)");

  @Override
  public void parse(Input input, Facts facts) throws IOException {
    Reading reading = new Reading(input, facts);
    Lines.eachWithBlank(input, facts, reading::line);
    reading.end();
  }

  /** {@code nft -j} prints all of it on one line, which usual rules make longer than any other. */
  static void json(Input input, Facts facts) throws IOException {
    try (Utf8Repair in = new Utf8Repair(input.open())) {
      Reading reading = new Reading(input, facts);
      int number = 0;
      String text = new String(in.readNBytes(MOST_CHARACTERS), StandardCharsets.UTF_8);
      for (String line : text.lines().toList()) {
        reading.take(++number, line);
      }
      if (in.read() >= 0) {
        facts.gap(number, TOO_MANY);
      }
      in.tell(facts::gap);
      reading.end();
    }
  }

  private static final class Reading {
    private final Input input;
    private final Facts facts;
    private final RulesetShape shape;
    private final StringBuilder content = new StringBuilder();

    /** What was printed of a rule before the warning that came into it, and the warning. */
    private String torn = "";

    private String warning = "";
    private int last;

    Reading(Input input, Facts facts) {
      this.input = input;
      this.facts = facts;
      this.shape = RulesetShape.of(input.source().id());
    }

    void line(Line line) {
      if (!warning.isEmpty()) {
        // The rule stands on the line where it began, so that lines keep their numbers.
        take(line.number() - 1, torn + line.text());
        take(line.number(), warning);
        warning = "";
        return;
      }
      Matcher mixed = WARNING.matcher(line.text());
      if (mixed.matches()) {
        torn = mixed.group("before");
        warning = mixed.group("warning");
      } else if (FAILED.matcher(line.text()).matches()) {
        facts.gap(line.number(), line.insteadOf("firewall rules"));
        keep(line.number(), line.text());
      } else {
        take(line.number(), line.text());
      }
      last = line.number();
    }

    private void take(int number, String text) {
      shape.line(number, text).ifPresent(odd -> facts.gap(odd.line(), odd.what()));
      keep(number, text);
    }

    private void keep(int number, String text) {
      if (content.length() + text.length() < MOST_CHARACTERS) {
        content.append(text);
      } else {
        facts.gap(number, TOO_MANY);
      }
      content.append('\n');
    }

    void end() {
      if (!warning.isEmpty()) {
        take(last, torn);
      }
      shape.end().ifPresentOrElse(odd -> facts.gap(odd.line(), odd.what()), this::readJson);
      facts.add(
          new RulesetText(input.node(), input.source().id(), content.toString(), facts.at(0)));
    }

    /** Whether it says what nft says shows only where it is read as a whole. */
    private void readJson() {
      if (input.source() == Source.NFT && content.indexOf("{") == 0) {
        new NftJson(input.path())
            .read(content.toString()).flaws().stream()
                .limit(1)
                .forEach(flaw -> facts.gap(flaw.line(), flaw.what()));
      }
    }
  }
}
