package io.kwhy.rule;

import java.util.List;
import java.util.Objects;

/**
 * What to say about a cause, a harmless look-alike or a symptom: the {@code .md} beside its rule.
 * Texts may hold {@code {placeholders}} that a finding's details fill.
 *
 * @param id name of rule, file and sample
 * @param kind which of the three it is
 * @param area folder below the kind's, e.g. {@code registration}
 * @param title one line
 * @param severity critical, warning or info
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
    String status,
    List<String> references,
    String why,
    List<Step> fix,
    List<Step> verify) {

  /** What a card is about. */
  public enum Kind {
    CAUSE,
    SYMPTOM,
    HARMLESS
  }

  /** How much a cause hurts. */
  public enum Severity {
    CRITICAL,
    WARNING,
    INFO
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
   */
  public record Step(String text, String command, Risk risk) {}

  public Card {
    Objects.requireNonNull(id);
    references = List.copyOf(references);
    fix = List.copyOf(fix);
    verify = List.copyOf(verify);
  }
}
