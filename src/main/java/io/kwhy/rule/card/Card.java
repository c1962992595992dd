package io.kwhy.rule.card;

import io.kwhy.rule.file.RuleKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What to say about a cause, a harmless look-alike or a symptom: the {@code .md} beside its rule.
 * Texts may hold {@code {placeholders}} that a finding's details fill.
 *
 * @param id name of rule, file and sample
 * @param kind which of the three it is
 * @param area folder below the kind's, e.g. {@code registration}
 * @param title one line
 * @param severity critical, warning or info
 * @param milderWhen the detail with which a finding hurts a step less; {@code ""} where none does
 * @param status stable, or experimental until a real capture has shown it
 * @param why what is wrong, what brings it about, what it does: Markdown paragraphs
 * @param fix steps, in order; empty for symptoms and harmless look-alikes
 * @param verify what shows that it worked: Markdown with commands
 */
public record Card(
    String id,
    Kind kind,
    String area,
    String title,
    Severity severity,
    String milderWhen,
    String status,
    List<String> references,
    String why,
    List<Step> fix,
    List<Step> verify) {

  /** What a card is about. */
  public enum Kind {
    CAUSE,
    SYMPTOM,
    HARMLESS;

    /** What the card of such a rule is about; empty for observations, which have none. */
    public static Optional<Kind> of(RuleKind rule) {
      return switch (rule) {
        case CAUSES -> Optional.of(CAUSE);
        case SYMPTOMS -> Optional.of(SYMPTOM);
        case HARMLESS -> Optional.of(HARMLESS);
        case OBSERVATIONS -> Optional.empty();
      };
    }
  }

  /** How much a cause hurts. */
  public enum Severity {
    CRITICAL,
    WARNING,
    INFO;

    private Severity milder() {
      return this == CRITICAL ? WARNING : INFO;
    }
  }

  /** What a step does to the cluster. */
  public enum Risk {
    NONE,
    LOW,
    DISRUPTIVE
  }

  /**
   * One step of a fix, or one check.
   *
   * @param text Markdown, one paragraph
   * @param command shell lines; {@code ""} where there is nothing to type
   * @param when the finding's detail without which the step has no point, {@code "not "} before one
   *     with which it has none; {@code ""} for a step that always has
   */
  public record Step(String text, String command, Risk risk, String when) {
    private static final String NOT = "not ";

    /** A step that always has a point. */
    public Step(String text, String command, Risk risk) {
      this(text, command, risk, "");
    }

    /** Name of the detail that it depends on; {@code ""} where it depends on none. */
    public String dependsOn() {
      return when.startsWith(NOT) ? when.substring(NOT.length()) : when;
    }

    /** Whether it has a point for a finding that has those details. */
    public boolean appliesTo(Set<String> details) {
      return when.isEmpty() || details.contains(dependsOn()) != when.startsWith(NOT);
    }
  }

  /** How much a finding hurts that has those details. */
  public Severity severity(Set<String> details) {
    return details.contains(milderWhen) ? severity.milder() : severity;
  }

  public Card {
    Objects.requireNonNull(id);
    references = List.copyOf(references);
    fix = List.copyOf(fix);
    verify = List.copyOf(verify);
  }
}
