package io.kwhy.rule;

import io.kwhy.fact.log.Signal;
import io.kwhy.rule.DrlFile.Need;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules of the rules, as far as they show without facts: what the compiler accepts and a reader
 * or a bundle with gaps would stumble over.
 */
public final class RuleLint {
  private static final String FACTS = "io.kwhy.fact.";

  /** Words that make rules depend on their order, or let them change facts. */
  private static final Pattern WORDS =
      Pattern.compile(
          "(?<![\\w$.-])(salience|no-loop|lock-on-active|agenda-group|activation-group"
              + "|ruleflow-group|auto-focus|timer|global|query|eval|modify|update|delete|retract"
              + "|insert|System\\s*\\.\\s*\\w+)(?![\\w-])");

  private static final Pattern CHANGING_MATCHES = Pattern.compile("\\bmatches\\s+(?!\")(\\S+)");
  private static final Pattern DETAIL =
      Pattern.compile("new\\s+(?:Detail|Listed)\\s*\\(\\s*[^,]+,\\s*\"([^\"]+)\"");
  private static final Pattern WHEN = Pattern.compile(" *when: *(?:not )?([a-z][a-z0-9-]*) *");
  private static final Pattern NAMED_CAUSE =
      Pattern.compile("new\\s+(?:Finding|Unchecked|RuledOut)\\s*\\(\\s*\"([^\"]+)\"");

  /** What every card may say of what its finding is about; see {@code report.Filling}. */
  private static final Set<String> SUBJECT = Set.of("kind", "namespace", "name", "subject");

  private final RuleSources sources;
  private final Contents below;
  private final List<Problem> problems;

  private RuleLint(RuleSources sources, Contents below) {
    this.sources = sources;
    this.below = below;
    this.problems = new ArrayList<>(sources.problems());
  }

  /**
   * Everything in a folder of users' rules that is not as it should be, by file and line; each says
   * what would be right.
   *
   * @throws InvalidRulesException if it is no folder of rules
   */
  public static List<Problem> check(Path folder) {
    return RuleCache.hasCompiler()
        ? check(RuleFolder.read(folder), RuleBook.builtInLayer())
        : CompilerProcess.lint(folder);
  }

  /** The same for the folder of built-in rules, which stand on nothing. */
  static List<Problem> checkBuiltIn(Path folder) {
    return check(RuleFolder.read(folder), RuleLayer.ground());
  }

  private static List<Problem> check(RuleFolder folder, RuleLayer below) {
    RuleSources sources = RuleSources.read(List.of(folder), below.contents(), below.loader());
    RuleLint lint = new RuleLint(sources, below.contents());
    lint.check();
    return List.copyOf(new TreeSet<>(lint.problems));
  }

  private void check() {
    sources.drls().forEach(this::checkDrl);
    checkCards();
    checkUse();
  }

  private void checkDrl(DrlFile drl) {
    String[] lines = DrlText.codeOnly(drl.file().text()).split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      Matcher word = WORDS.matcher(lines[i]);
      while (word.find()) {
        add(drl, i + 1, "\"" + word.group(1) + "\", expected only conditions and insertLogical");
      }
      Matcher matches = CHANGING_MATCHES.matcher(lines[i]);
      if (matches.find()) {
        add(drl, i + 1, "matches " + matches.group(1) + ", expected a fixed text");
      }
    }
    drl.rules().forEach(rule -> checkRule(drl, rule));
  }

  private void checkRule(DrlFile drl, DrlFile.Rule rule) {
    boolean captured =
        rule.patterns().stream()
            .anyMatch(p -> p.need() == Need.SOME && p.type().equals(FACTS + "Captured"));
    for (DrlFile.Pattern pattern : rule.patterns()) {
      if (!captured && pattern.need().holdsForNothing() && comesFromCapture(pattern)) {
        add(
            drl,
            pattern.line(),
            pattern.simpleType()
                + " may be missing because nobody looked, expected a condition"
                + " Captured( source == …, node == … ) in this rule");
      }
      if (pattern.need() == Need.ANY_NUMBER && !pattern.type().startsWith(FACTS)) {
        add(
            drl,
            pattern.line(),
            "counts or collects "
                + pattern.simpleType()
                + ", which rules conclude one by one; what was collected before the last is kept,"
                + " expected facts, or new Listed( finding, key, value ) for each");
      }
      checkNames(drl, pattern);
    }
    Matcher cause = NAMED_CAUSE.matcher(DrlText.withoutComments(rule.consequence()));
    while (cause.find()) {
      expectKnown(drl, rule.consequenceLine(), "cause", cause.group(1), names(Card.Kind.CAUSE));
    }
  }

  private static boolean comesFromCapture(DrlFile.Pattern pattern) {
    return pattern.type().startsWith(FACTS)
        && !pattern.type().equals(FACTS + "Captured")
        && !pattern.type().equals(FACTS + "NotCaptured");
  }

  /** A name that nothing bears makes a condition that never holds, and nobody would notice. */
  private void checkNames(DrlFile drl, DrlFile.Pattern pattern) {
    switch (pattern.simpleType()) {
      case "LogSignal", "PastLogSignal" ->
          expectKnown(drl, pattern, "signal", "signal", signalIds());
      case "Symptom" -> expectKnown(drl, pattern, "id", "symptom", names(Card.Kind.SYMPTOM));
      case "Finding" -> expectKnown(drl, pattern, "cause", "cause", names(Card.Kind.CAUSE));
      case "Harmless" ->
          expectKnown(drl, pattern, "id", "harmless rule", names(Card.Kind.HARMLESS));
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
      add(drl, line, "\"%s\" is no %s, expected one of %s".formatted(name, kind, known));
    }
  }

  private void checkCards() {
    TreeMap<String, Placed<Card>> cards = new TreeMap<>();
    sources.cards().forEach(card -> cards.put(withoutExtension(card.file()), card));
    for (DrlFile drl : sources.drls()) {
      Placed<Card> card = cards.remove(withoutExtension(drl.file()));
      boolean expected = drl.file().kind().flatMap(RuleEntry.Kind::card).isPresent();
      if (card != null) {
        checkPlaceholders(drl, card);
      } else if (expected && !hasCardFile(drl)) {
        add(drl, 0, "has no card, expected " + drl.file().id() + ".md beside it");
      }
    }
    cards
        .values()
        .forEach(
            card ->
                problems.add(
                    card.file()
                        .problem(
                            0,
                            "has no rule, expected %s.drl beside it".formatted(card.file().id()))));
  }

  /** A card that could not be read is reported elsewhere. */
  private boolean hasCardFile(DrlFile drl) {
    String card = withoutExtension(drl.file()) + ".md";
    return sources.problems().stream().anyMatch(problem -> problem.file().equals(card));
  }

  private void checkPlaceholders(DrlFile drl, Placed<Card> card) {
    SortedSet<String> provided = new TreeSet<>(SUBJECT);
    for (DrlFile.Rule rule : drl.rules()) {
      Matcher detail = DETAIL.matcher(DrlText.withoutComments(rule.consequence()));
      while (detail.find()) {
        provided.add(detail.group(1));
      }
    }
    String[] lines = card.file().text().split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      for (String name : Placeholder.in(lines[i])) {
        if (!provided.contains(name)) {
          problems.add(card.file().problem(i + 1, "{" + name + "} is " + unfilled(name, drl)));
        }
      }
      Matcher when = WHEN.matcher(lines[i]);
      if (when.matches() && !provided.contains(when.group(1))) {
        problems.add(
            card.file()
                .problem(
                    i + 1,
                    "\"when: %s\" is ".formatted(when.group(1)) + unfilled(when.group(1), drl)));
      }
    }
  }

  private static String unfilled(String name, DrlFile drl) {
    return "not filled, expected new Detail( finding, \"%s\", … ) in %s.drl"
        .formatted(name, drl.file().id());
  }

  private void checkUse() {
    for (Placed<Signal> signal : sources.signals()) {
      String id = signal.value().id();
      boolean used =
          signal.value().role() != Signal.Role.MESSAGE
              || mentioned(id, List.of())
              || sources.signals().stream().anyMatch(other -> endsWith(other.value(), id));
      if (!used) {
        problems.add(
            signal.problem("signal \"" + id + "\" is used by no rule and no other signal"));
      }
    }
    boolean hasCauses = sources.drls().stream().anyMatch(drl -> isKind(drl, RuleEntry.Kind.CAUSES));
    for (DrlFile drl : sources.drls()) {
      if (hasCauses
          && isKind(drl, RuleEntry.Kind.SYMPTOMS)
          && !mentioned(drl.file().id(), List.of(drl))) {
        add(drl, 0, "symptom \"" + drl.file().id() + "\" is explained by no cause");
      }
      for (String type : drl.declared()) {
        if (patterns().noneMatch(pattern -> pattern.simpleType().equals(type))) {
          add(drl, 0, "declares " + type + ", which no rule reads");
        }
      }
    }
  }

  private static boolean endsWith(Signal other, String id) {
    return !other.id().equals(id) && other.over().contains(id);
  }

  private boolean mentioned(String id, List<DrlFile> except) {
    return sources.drls().stream()
        .filter(drl -> !except.contains(drl))
        .anyMatch(drl -> DrlText.literals(drl.file().text()).contains(id));
  }

  private Stream<DrlFile.Pattern> patterns() {
    return sources.drls().stream()
        .flatMap(drl -> drl.rules().stream())
        .flatMap(rule -> rule.patterns().stream());
  }

  private static boolean isKind(DrlFile drl, RuleEntry.Kind kind) {
    return drl.file().kind().filter(kind::equals).isPresent();
  }

  private SortedSet<String> signalIds() {
    Stream<Signal> own = sources.signals().stream().map(Placed::value);
    return Stream.concat(own, below.signals().stream())
        .map(Signal::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private SortedSet<String> names(Card.Kind kind) {
    Stream<RuleEntry> all = Stream.of(sources.entries(), below.rules()).flatMap(Collection::stream);
    return all.filter(rule -> rule.kind().card().filter(kind::equals).isPresent())
        .map(RuleEntry::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String withoutExtension(RuleFile file) {
    return file.label().substring(0, file.label().lastIndexOf('.'));
  }

  private void add(DrlFile drl, int line, String text) {
    problems.add(drl.file().problem(line, text));
  }
}
