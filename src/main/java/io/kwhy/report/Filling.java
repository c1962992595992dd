package io.kwhy.report;

import io.kwhy.inference.Subject;
import io.kwhy.rule.card.Card;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Fills the {@code {placeholders}} of a card with what was found: the finding's details, and {@code
 * {kind}}, {@code {namespace}}, {@code {name}} and {@code {subject}} of what it is about. What is
 * in braces and is none of these is left alone: commands have braces of their own. A value whose
 * name ends with {@code -command} is whole lines of commands.
 */
final class Filling {
  /** Ends the names of values that are not words of a command but commands. */
  private static final String LINES = "-command";

  /** What of an object stays as it was made, however it is edited. */
  private static final Map<String, String> FIXED =
      Map.of(
          "job", "The template of a Job cannot be changed: delete it, and create it anew.",
          "pod", "Little of a pod can be changed: delete it, and create it anew.");

  private static final Pattern CHANGE =
      Pattern.compile(
          "(?m)^kubectl -n \\{namespace\\} (?:edit|set resources) \\{kind\\} \\{name\\}.*$");

  private final SortedMap<String, String> values;

  /**
   * A command with its values.
   *
   * @param line what to type
   * @param leftOpen placeholders whose values must not stand in a command, as {@code {key}}
   */
  record Command(String line, List<String> leftOpen) {}

  Filling(Subject subject, Map<String, String> details) {
    SortedMap<String, String> all = new TreeMap<>();
    all.put("kind", subject.kind());
    all.put("namespace", subject.namespace());
    all.put("name", subject.name());
    all.put("subject", subject.toString());
    all.putAll(details);
    this.values = Collections.unmodifiableSortedMap(all);
  }

  private Filling() {
    this.values = Collections.emptySortedMap();
  }

  /** Leaves everything as it is: a card shown for itself. */
  static Filling none() {
    return new Filling();
  }

  /** The steps that have a point here; all of them where nothing was found yet. */
  List<Card.Step> applicable(List<Card.Step> steps) {
    return values.isEmpty()
        ? steps
        : steps.stream()
            .filter(step -> step.appliesTo(values.keySet()))
            .map(this::possible)
            .toList();
  }

  /** The step, or where what it edits cannot be changed, what can be done in its place. */
  private Card.Step possible(Card.Step step) {
    String fixed = FIXED.get(values.get("kind"));
    if (fixed == null || !CHANGE.matcher(step.command()).find()) {
      return step;
    }
    return new Card.Step(
        step.text().strip() + " " + fixed,
        CHANGE
            .matcher(step.command())
            .replaceAll("kubectl -n {namespace} get {kind} {name} -o yaml"),
        step.risk(),
        step.when());
  }

  /** Prose with its values, as they are. */
  String text(String template) {
    return fill(template, false, new ArrayList<>());
  }

  /**
   * A command line with its values. One that is not a plain word is quoted; where quotes would not
   * keep a shell from acting on it, its placeholder stays.
   */
  Command command(String template) {
    List<String> leftOpen = new ArrayList<>();
    String line = fill(template, true, leftOpen);
    return new Command(line, List.copyOf(leftOpen));
  }

  private String fill(String template, boolean forShell, List<String> leftOpen) {
    if (template.indexOf('{') < 0) {
      return template;
    }
    ShellQuotes quotes = new ShellQuotes(forShell ? template : "");
    StringBuilder filled = new StringBuilder(template.length() + 32);
    int at = 0;
    while (at < template.length()) {
      String key = keyAt(template, at);
      if (key.isEmpty()) {
        quotes.pass(template.charAt(at));
        filled.append(template.charAt(at++));
        continue;
      }
      String placeholder = "{" + key + "}";
      String value = values.get(key);
      Optional<String> written = forShell ? inCommand(key, value, quotes) : Optional.of(value);
      filled.append(written.orElse(placeholder));
      if (written.isEmpty() && !leftOpen.contains(placeholder)) {
        leftOpen.add(placeholder);
      }
      at += placeholder.length();
      quotes.passWord();
    }
    return filled.toString();
  }

  private static Optional<String> inCommand(String key, String value, ShellQuotes quotes) {
    if (ShellQuotes.isPlain(value)) {
      return Optional.of(value);
    }
    if (!quotes.takesQuotedWord()) {
      return Optional.empty();
    }
    return key.endsWith(LINES)
        ? CommandLines.quoted(value)
        : Optional.of(value).filter(ShellQuotes::canBeQuoted).map(ShellQuotes::quote);
  }

  /** The known key whose placeholder starts there; {@code ""} where there is none. */
  private String keyAt(String template, int at) {
    if (template.charAt(at) != '{' || (at > 0 && template.charAt(at - 1) == '$')) {
      return "";
    }
    int end = template.indexOf('}', at);
    String key = end < 0 ? "" : template.substring(at + 1, end);
    return values.containsKey(key) ? key : "";
  }
}
