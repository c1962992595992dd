package io.kwhy.rule.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.rule.file.Problem;
import io.kwhy.rule.file.RuleFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardParserTest {
  private static final String FRONT =
      """
      ---
      title: Something is wrong with {node}
      severity: critical
      status: experimental
      references: [https://docs.k3s.io/]
      ---
      """;

  private static final String BODY =
      """
      ## Why
      Because.
      ## Fix
      1. Look at it,
         and mend it.
         risk: low
         when: not file
         ```sh
         mend {node} <<END
           indented
         END
         ```
      2. Or do nothing.
         risk: none
      ## Verify
      1. It is well.
         ```sh
         look
         ```
      """;

  private final List<Problem> problems = new ArrayList<>();

  @Test
  void card_is_read_whole() {
    Card card = parse(FRONT + BODY).orElseThrow();
    assertThat(problems).isEmpty();
    assertThat(card.id()).isEqualTo("some-cause");
    assertThat(card.area()).isEqualTo("nodes");
    assertThat(card.kind()).isEqualTo(Card.Kind.CAUSE);
    assertThat(card.severity()).isEqualTo(Card.Severity.CRITICAL);
    assertThat(card.why()).isEqualTo("Because.");
    assertThat(card.fix())
        .containsExactly(
            new Card.Step(
                "Look at it, and mend it.",
                "mend {node} <<END\n  indented\nEND",
                Card.Risk.LOW,
                "not file"),
            new Card.Step("Or do nothing.", "", Card.Risk.NONE));
    assertThat(card.verify()).containsExactly(new Card.Step("It is well.", "look", Card.Risk.NONE));
  }

  @Test
  void headings_within_a_command_are_part_of_it() {
    Card card = parse(FRONT + BODY.replace("look\n", "## Why\n")).orElseThrow();
    assertThat(problems).isEmpty();
    assertThat(card.verify().get(0).command()).isEqualTo("## Why");
  }

  @Test
  void a_detail_may_make_it_milder() {
    Card card = parse(FRONT.replace("status:", "milder-when: file\nstatus:") + BODY).orElseThrow();
    assertThat(card.severity(Set.of("file", "node"))).isEqualTo(Card.Severity.WARNING);
    assertThat(card.severity(Set.of("node"))).isEqualTo(Card.Severity.CRITICAL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          severity: critical   | severity: bad   | some-cause.md:3: severity is "bad", expected critical, warning or info
          status: experimental | status: new     | some-cause.md:4: status is "new", expected experimental or stable
          title: Something     | name: Something | some-cause.md:2: unknown key
          risk: low            | risk: high      | some-cause.md:12: risk is "high", expected none, low or disruptive
          when: not file       | when: no File   | some-cause.md:13: when is "no File", expected a detail's name, or "not" and a name
          ## Verify            | ## Check        | some-cause.md:21: section "Check", expected Why, Fix and Verify, each once
          Because.             |                 | some-cause.md:7: lacks a text under "## Why"
          2. Or do nothing.    | Or do nothing.  | some-cause.md:19: text after a step's command, risk or when, expected it before them
          """)
  void what_is_wrong_is_named_with_its_line(String found, String wrong, String problem) {
    parse((FRONT + BODY).replace(found, wrong == null ? "" : wrong));
    assertThat(problems).extracting(Problem::toString).anyMatch(each -> each.contains(problem));
  }

  @Test
  void card_without_front_matter_is_none() {
    assertThat(parse(BODY)).isEmpty();
    assertThat(problems).hasSize(1);
  }

  @Test
  void step_of_a_fix_without_risk_is_a_problem() {
    parse((FRONT + BODY).replace("   risk: low\n", ""));
    assertThat(problems)
        .extracting(Problem::text)
        .containsExactly("a step of a fix lacks a line \"risk: none|low|disruptive\"");
  }

  private Optional<Card> parse(String text) {
    return CardParser.parse(
        new RuleFile("rules", "causes/nodes/some-cause.md", text), problems::add);
  }
}
