package io.kwhy.rule.card;

import io.kwhy.rule.file.Problem;
import io.kwhy.rule.file.RuleFile;
import io.kwhy.rule.file.YamlMapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads a card: front matter between two lines {@code ---}, then the sections Why, Fix and Verify.
 * Cards of causes have all three, those of symptoms and harmless look-alikes only Why.
 */
public final class CardParser {
  private static final Set<String> KEYS =
      Set.of("title", "severity", "milder-when", "status", "references");
  private static final Set<String> STATUS = Set.of("experimental", "stable");
  private static final List<String> SECTIONS = List.of("Why", "Fix", "Verify");

  private final RuleFile file;
  private final Card.Kind kind;
  private final Consumer<Problem> problems;
  private final List<String> lines;

  /** A section's lines, and how many lines of the file stand before them. */
  private record Section(int linesBefore, List<String> lines) {}

  private CardParser(RuleFile file, Consumer<Problem> problems) {
    this.file = file;
    this.kind = file.kind().flatMap(Card.Kind::of).orElseThrow();
    this.problems = problems;
    this.lines = file.text().lines().toList();
  }

  /** The card, or nothing where it lacks its front matter; what else is wrong is reported. */
  public static Optional<Card> parse(RuleFile file, Consumer<Problem> problems) {
    return new CardParser(file, problems).parse();
  }

  private Optional<Card> parse() {
    int end = lines.isEmpty() ? -1 : lines.subList(1, lines.size()).indexOf("---") + 1;
    if (end < 1 || !lines.get(0).equals("---")) {
      problems.accept(file.problem(1, "expected front matter between two lines \"---\""));
      return Optional.empty();
    }
    String frontMatter = String.join("\n", lines.subList(1, end));
    List<YamlMapping> mappings = YamlMapping.readAll(file, 1, frontMatter, problems);
    if (mappings.size() != 1) {
      problems.accept(file.problem(1, "front matter lacks \"title:\" and \"severity:\""));
      return Optional.empty();
    }
    return Optional.of(card(mappings.get(0), sections(end + 1)));
  }

  private Card card(YamlMapping front, Map<String, Section> sections) {
    front.expectOnly(KEYS);
    boolean cause = kind == Card.Kind.CAUSE;
    if (cause && !front.has("references")) {
      problems.accept(
          file.problem(front.line(), "lacks \"references:\", expected a list of links"));
    }
    return new Card(
        file.id(),
        kind,
        file.area(),
        front.required("title"),
        severity(front),
        front.optional("milder-when", ""),
        status(front, cause),
        front.texts("references"),
        why(sections),
        steps(sections, "Fix", true),
        steps(sections, "Verify", false));
  }

  private Card.Severity severity(YamlMapping front) {
    String value = front.required("severity");
    for (Card.Severity severity : Card.Severity.values()) {
      if (severity.name().toLowerCase(Locale.ROOT).equals(value)) {
        return severity;
      }
    }
    if (!value.isEmpty()) {
      front.problem(
          "severity", "severity is \"" + value + "\", expected critical, warning or info");
    }
    return Card.Severity.WARNING;
  }

  private String status(YamlMapping front, boolean cause) {
    String status = cause ? front.required("status") : front.optional("status", "stable");
    if (!status.isEmpty() && !STATUS.contains(status)) {
      front.problem("status", "status is \"" + status + "\", expected experimental or stable");
    }
    return status;
  }

  private Map<String, Section> sections(int from) {
    Map<String, Section> sections = new LinkedHashMap<>();
    List<String> current = new ArrayList<>();
    boolean fenced = false;
    for (int i = from; i < lines.size(); i++) {
      String line = lines.get(i);
      fenced ^= line.strip().startsWith("```");
      if (!fenced && line.startsWith("## ")) {
        current = new ArrayList<>();
        open(sections, line.substring(3).strip(), new Section(i + 1, current));
      } else if (sections.isEmpty() && !line.isBlank()) {
        problems.accept(file.problem(i + 1, "text before \"## Why\""));
      } else {
        current.add(line);
      }
    }
    return sections;
  }

  private void open(Map<String, Section> sections, String name, Section section) {
    boolean expected = kind == Card.Kind.CAUSE ? SECTIONS.contains(name) : name.equals("Why");
    if (!expected || sections.putIfAbsent(name, section) != null) {
      problems.accept(
          file.problem(
              section.linesBefore(),
              "section \"" + name + "\", expected " + expectedSections() + ", each once"));
    }
  }

  private String expectedSections() {
    return kind == Card.Kind.CAUSE ? "Why, Fix and Verify" : "Why";
  }

  private String why(Map<String, Section> sections) {
    Section section = sections.getOrDefault("Why", new Section(0, List.of()));
    String why = String.join("\n", section.lines()).strip();
    if (why.isEmpty()) {
      problems.accept(file.problem(section.linesBefore(), "lacks a text under \"## Why\""));
    }
    return why;
  }

  private List<Card.Step> steps(Map<String, Section> sections, String name, boolean riskRequired) {
    if (kind != Card.Kind.CAUSE) {
      return List.of();
    }
    Section section = sections.getOrDefault(name, new Section(0, List.of()));
    List<Card.Step> steps =
        new StepParser(file, section.linesBefore(), riskRequired, problems).parse(section.lines());
    if (steps.isEmpty()) {
      problems.accept(
          file.problem(section.linesBefore(), "lacks steps \"1. …\" under \"## " + name + "\""));
    }
    return steps;
  }
}
