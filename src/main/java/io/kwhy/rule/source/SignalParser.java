package io.kwhy.rule.source;

import io.kwhy.fact.log.MessageText;
import io.kwhy.fact.log.Signal;
import io.kwhy.rule.file.Placed;
import io.kwhy.rule.file.Problem;
import io.kwhy.rule.file.RuleFile;
import io.kwhy.rule.file.YamlMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads {@code signals/*.yaml}: what log messages mean. */
final class SignalParser {
  private static final Set<String> KEYS = Set.of("id", "units", "text", "over", "role", "source");
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  /**
   * Steps of a match are counted by the characters that it looks at; a group that looks at none
   * could be repeated for ever.
   */
  private static final double MOST_REPEATS = 10_000;

  private static final MessageText NO_TEXT = new MessageText("", List.of(), List.of());

  private final Consumer<Problem> problems;
  private final TreeMap<String, String> places = new TreeMap<>();
  private final List<Reference> references = new ArrayList<>();

  /** A mention of another signal, to be looked up when all are read. */
  private record Reference(RuleFile file, int line, String from, String to) {}

  SignalParser(Consumer<Problem> problems) {
    this.problems = problems;
  }

  /** The signals of one file, in its order. */
  List<Placed<Signal>> parse(RuleFile file) {
    List<Placed<Signal>> signals = new ArrayList<>();
    for (YamlMapping entry : YamlMapping.readAll(file, 0, file.text(), problems)) {
      signals.add(new Placed<>(signal(file, entry), file, entry.line()));
    }
    return signals;
  }

  /** Reports mentions of signals that no file has. */
  void checkReferences(SortedSet<String> knownElsewhere) {
    SortedSet<String> known = new TreeSet<>(knownElsewhere);
    known.addAll(places.keySet());
    known.add(Signal.SILENCE);
    for (Reference reference : references) {
      if (!known.contains(reference.to())) {
        problems.accept(
            reference
                .file()
                .problem(
                    reference.line(),
                    "signal \"%s\" is over with \"%s\", which is no signal"
                        .formatted(reference.from(), reference.to())));
      }
    }
  }

  private Signal signal(RuleFile file, YamlMapping entry) {
    entry.expectOnly(KEYS);
    String id = entry.required("id");
    checkId(file, entry, id);
    List<String> over = entry.texts("over");
    over.forEach(other -> references.add(new Reference(file, entry.line("over"), id, other)));
    return new Signal(
        id, entry.texts("units"), text(entry), over, role(entry), entry.required("source"));
  }

  private void checkId(RuleFile file, YamlMapping entry, String id) {
    if (!id.isEmpty() && !ID.matcher(id).matches()) {
      entry.problem("id", "\"" + id + "\" is not an id, expected e.g. node-password-refused");
    }
    String place = file.label() + ":" + entry.line("id");
    String other = places.putIfAbsent(id, place);
    if (other != null && !id.isEmpty()) {
      entry.problem("id", "signal \"" + id + "\" is also in " + other);
    }
  }

  /** What a message says: one regular expression, or a list of them, any of which is enough. */
  private MessageText text(YamlMapping entry) {
    List<String> wordings =
        entry.isList("text") ? entry.texts("text") : List.of(entry.required("text"));
    for (int i = 0; i < wordings.size(); i++) {
      if (!compiles(
          entry, wordings.size() == 1 ? "is" : "item " + (i + 1) + " is", wordings.get(i))) {
        return NO_TEXT;
      }
    }
    String regex = wordings.size() == 1 ? wordings.get(0) : anyOf(wordings);
    if (wordings.size() != 1 && !compiles(entry, "all items together are", regex)) {
      return NO_TEXT; // two of them have a group of one name
    }
    MessageText text = MessageText.of(regex);
    if (text.literals().isEmpty() && !regex.isEmpty()) {
      entry.problem(
          "text",
          "expected %s or more plain characters in a row that every match contains, found none in \"%s\": it would have to be tried on every line"
              .formatted(MessageText.SHORTEST_LITERAL, regex));
    }
    return text;
  }

  /** Each stands in a group of its own, so that its flags end with it. */
  private static String anyOf(List<String> wordings) {
    return "(?:(?:" + String.join(")|(?:", wordings) + "))";
  }

  private static boolean compiles(YamlMapping entry, String is, String regex) {
    try {
      Pattern.compile(regex);
      if (Repeats.most(regex) <= MOST_REPEATS) {
        return true;
      }
      entry.problem("text", is + " asking for more repeats than a message has room for");
    } catch (PatternSyntaxException e) {
      entry.problem(
          "text", is + " not a regular expression: " + e.getDescription() + " at " + e.getIndex());
    } catch (StackOverflowError e) {
      entry.problem("text", is + " nested too deeply for a regular expression");
    }
    return false;
  }

  private Signal.Role role(YamlMapping entry) {
    String role = entry.optional("role", "message");
    for (Signal.Role known : Signal.Role.values()) {
      if (known.name().toLowerCase(Locale.ROOT).equals(role)) {
        return known;
      }
    }
    entry.problem(
        "role",
        "role is \"%s\", expected message, start, up, failure, stopping, exited, stopped or arguments"
            .formatted(role));
    return Signal.Role.MESSAGE;
  }
}
