package io.kwhy.rule.card;

import io.kwhy.rule.file.Problem;
import io.kwhy.rule.file.RuleFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the steps of a card:
 *
 * <pre>
 * 1. What to do, one paragraph.
 *    ```sh
 *    what to type
 *    ```
 *    risk: low
 *    when: detail
 * </pre>
 *
 * The command and the line of when may be missing; each step of a fix says its risk, so that none
 * is taken for harmless because nobody thought of it. {@code when: detail} keeps the step for
 * findings that have this detail, {@code when: not detail} for those that lack it.
 */
final class StepParser {
  private static final Pattern ITEM = Pattern.compile("\\d+\\. +(\\S.*)");
  private static final Pattern FENCE = Pattern.compile("( *)```(sh)?");
  private static final Pattern RISK = Pattern.compile(" *risk: *(.*)");
  private static final Pattern WHEN = Pattern.compile(" *when: *(.*)");
  private static final Pattern CONDITION = Pattern.compile("(not )?[a-z][a-z0-9-]*");

  private final RuleFile file;
  private final int linesBefore;
  private final boolean riskRequired;
  private final Consumer<Problem> problems;
  private final List<Card.Step> steps = new ArrayList<>();

  private int line;
  private int stepLine;
  private List<String> text = List.of();
  private List<String> command = List.of();
  private String risk = "";
  private String when = "";

  StepParser(RuleFile file, int linesBefore, boolean riskRequired, Consumer<Problem> problems) {
    this.file = file;
    this.linesBefore = linesBefore;
    this.riskRequired = riskRequired;
    this.problems = problems;
  }

  List<Card.Step> parse(List<String> lines) {
    for (line = 0; line < lines.size(); line++) {
      read(lines);
    }
    endStep();
    return List.copyOf(steps);
  }

  private void read(List<String> lines) {
    String content = lines.get(line).stripTrailing();
    Matcher item = ITEM.matcher(content);
    Matcher fence = FENCE.matcher(content);
    Matcher riskLine = RISK.matcher(content);
    Matcher whenLine = WHEN.matcher(content);
    if (item.matches()) {
      endStep();
      stepLine = line;
      text = new ArrayList<>(List.of(item.group(1)));
    } else if (content.isBlank()) {
      return;
    } else if (text.isEmpty()) {
      problem(line, "text outside of a step, expected \"1. …\"");
    } else if (fence.matches()) {
      readCommand(lines, fence.group(1).length());
    } else if (riskLine.matches()) {
      readRisk(riskLine.group(1));
    } else if (whenLine.matches()) {
      readWhen(whenLine.group(1));
    } else if (content.strip().startsWith("```")) {
      problem(line, "\"" + content.strip() + "\", expected \"```sh\"");
    } else if (!command.isEmpty() || !risk.isEmpty() || !when.isEmpty()) {
      problem(line, "text after a step's command, risk or when, expected it before them");
    } else {
      text.add(content.strip());
    }
  }

  private void readCommand(List<String> lines, int indent) {
    int start = line;
    List<String> typed = new ArrayList<>();
    for (line++; line < lines.size() && !lines.get(line).strip().equals("```"); line++) {
      typed.add(withoutIndent(lines.get(line), indent).stripTrailing());
    }
    if (line == lines.size()) {
      problem(start, "\"```sh\" without a closing \"```\"");
    }
    if (!command.isEmpty()) {
      problem(start, "a second command in one step, expected a step of its own");
    }
    if (typed.isEmpty()) {
      problem(start, "an empty command");
    }
    command = typed;
  }

  private static String withoutIndent(String content, int indent) {
    int spaces = 0;
    while (spaces < Math.min(indent, content.length()) && content.charAt(spaces) == ' ') {
      spaces++;
    }
    return content.substring(spaces);
  }

  private void readRisk(String value) {
    if (!risk.isEmpty()) {
      problem(line, "a second risk in one step");
    }
    risk = value;
    if (riskOf(value).isEmpty()) {
      problem(line, "risk is \"" + value + "\", expected none, low or disruptive");
    }
  }

  private void readWhen(String value) {
    if (!when.isEmpty()) {
      problem(line, "a second when in one step");
    }
    if (!CONDITION.matcher(value).matches()) {
      problem(line, "when is \"" + value + "\", expected a detail's name, or \"not\" and a name");
      return;
    }
    when = value;
  }

  private void endStep() {
    if (text.isEmpty()) {
      return;
    }
    if (riskRequired && risk.isEmpty()) {
      problem(stepLine, "a step of a fix lacks a line \"risk: none|low|disruptive\"");
    }
    steps.add(
        new Card.Step(
            String.join(" ", text),
            String.join("\n", command),
            riskOf(risk).orElse(Card.Risk.NONE),
            when));
    text = List.of();
    command = List.of();
    risk = "";
    when = "";
  }

  private static Optional<Card.Risk> riskOf(String value) {
    return Stream.of(Card.Risk.values())
        .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(value))
        .findFirst();
  }

  private void problem(int at, String problem) {
    problems.accept(file.problem(linesBefore + at + 1, problem));
  }
}
