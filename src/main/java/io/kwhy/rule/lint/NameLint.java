package io.kwhy.rule.lint;

import io.kwhy.fact.log.Signal;
import io.kwhy.rule.card.Card;
import io.kwhy.rule.contents.Contents;
import io.kwhy.rule.contents.RuleEntry;
import io.kwhy.rule.file.Placed;
import io.kwhy.rule.file.Problem;
import io.kwhy.rule.source.DrlFile;
import io.kwhy.rule.source.DrlText;
import io.kwhy.rule.source.RuleSources;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A name that nothing bears makes a condition that never holds, and nobody would notice. */
final class NameLint {
  private static final Pattern NAMED_CAUSE =
      Pattern.compile("new\\s+(?:Finding|Unchecked|RuledOut)\\s*\\(\\s*\"([^\"]+)\"");

  private final Map<Card.Kind, SortedSet<String>> names = new EnumMap<>(Card.Kind.class);
  private final SortedSet<String> signals;
  private final List<Problem> problems = new ArrayList<>();

  private NameLint(RuleSources sources, Contents below) {
    for (Card.Kind kind : Card.Kind.values()) {
      names.put(kind, names(sources, below, kind));
    }
    Stream<Signal> own = sources.signals().stream().map(Placed::value);
    this.signals =
        Stream.concat(own, below.signals().stream())
            .map(Signal::id)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Names of signals, symptoms, causes and the like that are nowhere.
   *
   * @param below rules that the others come on top of
   */
  static List<Problem> check(RuleSources sources, Contents below) {
    NameLint lint = new NameLint(sources, below);
    for (DrlFile drl : sources.drls()) {
      drl.rules().forEach(rule -> lint.checkRule(drl, rule));
    }
    return lint.problems;
  }

  private static SortedSet<String> names(RuleSources sources, Contents below, Card.Kind kind) {
    return Stream.of(sources.entries(), below.rules())
        .flatMap(Collection::stream)
        .filter(rule -> Card.Kind.of(rule.kind()).filter(kind::equals).isPresent())
        .map(RuleEntry::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void checkRule(DrlFile drl, DrlFile.Rule rule) {
    rule.patterns().forEach(pattern -> checkPattern(drl, pattern));
    Matcher cause = NAMED_CAUSE.matcher(DrlText.withoutComments(rule.consequence()));
    while (cause.find()) {
      expectKnown(drl, rule.consequenceLine(), "cause", cause.group(1), names.get(Card.Kind.CAUSE));
    }
  }

  private void checkPattern(DrlFile drl, DrlFile.Pattern pattern) {
    switch (pattern.simpleType()) {
      case "LogSignal", "PastLogSignal" -> expectKnown(drl, pattern, "signal", "signal", signals);
      case "Symptom" -> expectKnown(drl, pattern, "id", "symptom", names.get(Card.Kind.SYMPTOM));
      case "Finding" -> expectKnown(drl, pattern, "cause", "cause", names.get(Card.Kind.CAUSE));
      case "Harmless" ->
          expectKnown(drl, pattern, "id", "harmless rule", names.get(Card.Kind.HARMLESS));
      default -> {}
    }
  }

  private void expectKnown(
      DrlFile drl, DrlFile.Pattern pattern, String field, String kind, SortedSet<String> known) {
    Pattern mentions =
        Pattern.compile("\\b" + field + "\\s*(==|!=|in\\b)\\s*([^,&|)]*(\\([^)]*\\))?)");
    Matcher mention = mentions.matcher(pattern.constraints());
    while (mention.find()) {
      for (String name : DrlText.literals(mention.group(2))) {
        expectKnown(drl, pattern.line(), kind, name, known);
      }
    }
  }

  private void expectKnown(
      DrlFile drl, int line, String kind, String name, SortedSet<String> known) {
    if (!known.contains(name)) {
      problems.add(
          drl.file()
              .problem(line, "\"%s\" is no %s, expected one of %s".formatted(name, kind, known)));
    }
  }
}
