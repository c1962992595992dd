package io.kwhy.report;

import io.kwhy.rule.card.Card.Risk;
import io.kwhy.rule.card.Card.Step;
import java.io.IOException;
import java.util.List;

/** The numbered steps of a card, each command on lines of its own. */
final class Steps {
  private final Page page;
  private final Markdown markdown;

  /** What the steps are for. */
  enum Kind {
    /** They change something, and say what they risk. */
    FIX,
    /** They look. */
    CHECK
  }

  Steps(Page page, Markdown markdown) {
    this.page = page;
    this.markdown = markdown;
  }

  void write(int indent, String heading, List<Step> steps, Kind kind) throws IOException {
    if (steps.isEmpty()) {
      return;
    }
    page.gap();
    page.paragraph(indent, List.of(new Run(Style.STRONG, heading)));
    boolean numbered = kind == Kind.FIX || steps.size() > 1;
    int number = 1;
    for (Step step : steps) {
      String risk = kind == Kind.FIX ? " (" + words(step.risk()) + ")" : "";
      String text = step.text().strip() + risk;
      markdown.write(indent + 2, numbered ? number++ + ". " : "", text.strip());
      if (!step.command().isBlank()) {
        page.gap();
        markdown.command(indent + 8, step.command());
        page.gap();
      }
    }
  }

  private static String words(Risk risk) {
    return switch (risk) {
      case NONE -> "no risk";
      case LOW -> "low risk";
      case DISRUPTIVE -> "disruptive: interrupts what runs there";
    };
  }
}
