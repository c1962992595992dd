package io.kwhy.rule.source;

import io.kwhy.fact.log.Signal;
import io.kwhy.rule.card.Card;
import io.kwhy.rule.card.CardParser;
import io.kwhy.rule.contents.Contents;
import io.kwhy.rule.contents.Requirement;
import io.kwhy.rule.contents.RuleEntry;
import io.kwhy.rule.file.Placed;
import io.kwhy.rule.file.Problem;
import io.kwhy.rule.file.RuleFile;
import io.kwhy.rule.file.RuleFolder;
import io.kwhy.rule.file.RuleKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Rules folders, read and parsed: rule files, cards, signals, and what is wrong with them as far as
 * that shows without compiling.
 */
public record RuleSources(
    List<DrlFile> drls,
    List<Placed<Card>> cards,
    List<Placed<Signal>> signals,
    List<Problem> problems) {

  /** Packages of kwhy, Drools and Java. */
  private static final Pattern FOREIGN_PACKAGE =
      Pattern.compile("(io\\.kwhy|org\\.drools|org\\.kie|javax?)(\\..*)?");

  /**
   * Reads the files of all folders.
   *
   * @param below rules that these come on top of
   * @param types finds the classes that rules import
   */
  public static RuleSources read(List<RuleFolder> folders, Contents below, ClassLoader types) {
    List<Problem> problems = new ArrayList<>();
    List<DrlFile> drls = new ArrayList<>();
    List<Placed<Card>> cards = new ArrayList<>();
    List<Placed<Signal>> signals = new ArrayList<>();
    SignalParser signalParser = new SignalParser(problems::add);
    for (RuleFile file : folders.stream().flatMap(folder -> folder.files().stream()).toList()) {
      if (file.isDrl()) {
        DrlReader.read(file, types, problems::add).ifPresent(drls::add);
      } else if (file.isCard()) {
        Optional<Card> card = CardParser.parse(file, problems::add);
        card.ifPresent(read -> cards.add(new Placed<>(read, file, 1)));
      } else if (file.isSignals()) {
        signals.addAll(signalParser.parse(file));
      }
    }
    SortedSet<String> signalsBelow = new TreeSet<>();
    below.signals().forEach(signal -> signalsBelow.add(signal.id()));
    signalParser.checkReferences(signalsBelow);
    checkSignals(signals, signalsBelow, problems);
    drls.forEach(drl -> checkFile(drl, below.packages(), problems));
    drls.forEach(drl -> MatchesCheck.check(drl, problems::add));
    checkNames(drls, below, problems);
    Set<String> declared = new HashSet<>();
    drls.forEach(drl -> declared.addAll(drl.declaredNames()));
    drls.replaceAll(drl -> drl.withTypes(declared));
    drls.sort(Comparator.comparing(drl -> drl.file().label()));
    return new RuleSources(drls, cards, signals, problems);
  }

  /** The list of rules, by kind, area and name. */
  public List<RuleEntry> entries() {
    Map<String, String> status = new TreeMap<>();
    cards.forEach(card -> status.put(card.value().id(), card.value().status()));
    List<RuleEntry> entries = new ArrayList<>();
    for (DrlFile drl : drls) {
      for (DrlFile.Rule rule : drl.rules()) {
        entries.add(entry(drl, rule, status.getOrDefault(drl.file().id(), "")));
      }
    }
    entries.sort(
        Comparator.comparing(RuleEntry::kind)
            .thenComparing(RuleEntry::area)
            .thenComparing(RuleEntry::name));
    return entries;
  }

  private static RuleEntry entry(DrlFile drl, DrlFile.Rule rule, String status) {
    SortedSet<String> types = new TreeSet<>();
    rule.patterns().forEach(pattern -> types.add(pattern.type()));
    return new RuleEntry(
        rule.name(),
        drl.file().kind().orElseThrow(),
        drl.file().area(),
        drl.file().label(),
        rule.line(),
        status,
        drl.packageName(),
        List.copyOf(types),
        requires(rule),
        List.copyOf(YieldReader.of(rule)));
  }

  private static List<Requirement> requires(DrlFile.Rule rule) {
    return rule.patterns().stream()
        .filter(pattern -> pattern.need() == DrlFile.Need.SOME)
        .flatMap(pattern -> pattern.requires().stream())
        .distinct()
        .toList();
  }

  private static void checkFile(DrlFile drl, SortedSet<String> reserved, List<Problem> problems) {
    RuleFile file = drl.file();
    if (file.kind().isEmpty()) {
      problems.add(
          file.problem(
              0, "lies outside of causes/, symptoms/, harmless/ and observations/ in its folder"));
    }
    if (reserved.contains(drl.packageName())) {
      problems.add(
          file.problem(
              1,
              "package %s belongs to the built-in rules, expected one of your own, e.g. my.%s"
                  .formatted(drl.packageName(), drl.packageName())));
    } else if (drl.packageName().isEmpty()
        || FOREIGN_PACKAGE.matcher(drl.packageName()).matches()) {
      problems.add(
          file.problem(
              1, "package \"" + drl.packageName() + "\", expected one of your own, e.g. my.rules"));
    }
    if (file.kind().filter(RuleKind::hasCard).isPresent()) {
      checkNamesInFile(drl, problems);
    }
  }

  /** The first rule has the name of the file; others of the same file begin with it. */
  private static void checkNamesInFile(DrlFile drl, List<Problem> problems) {
    String id = drl.file().id();
    if (drl.rules().isEmpty()) {
      problems.add(drl.file().problem(0, "holds no rule, expected rule \"" + id + "\""));
    }
    for (DrlFile.Rule rule : drl.rules()) {
      boolean first = rule.equals(drl.rules().get(0));
      boolean asExpected = first ? rule.name().equals(id) : rule.name().startsWith(id + ": ");
      if (!asExpected) {
        problems.add(
            drl.file()
                .problem(
                    rule.line(),
                    "rule \"%s\", expected the file's name: \"%s\"%s"
                        .formatted(rule.name(), id, first ? "" : " and then \": …\"")));
      }
    }
  }

  private static void checkNames(List<DrlFile> drls, Contents below, List<Problem> problems) {
    Map<String, String> places = new TreeMap<>();
    below.rules().forEach(rule -> places.put(rule.name(), rule.file() + ":" + rule.line()));
    for (DrlFile drl : drls) {
      for (DrlFile.Rule rule : drl.rules()) {
        String place = drl.file().label() + ":" + rule.line();
        String other = places.putIfAbsent(rule.name(), place);
        if (other != null) {
          problems.add(
              drl.file().problem(rule.line(), "rule \"" + rule.name() + "\" is also in " + other));
        }
      }
    }
  }

  private static void checkSignals(
      List<Placed<Signal>> signals, SortedSet<String> below, List<Problem> problems) {
    for (Placed<Signal> signal : signals) {
      if (below.contains(signal.value().id())) {
        problems.add(
            signal.problem("signal \"" + signal.value().id() + "\" is also a built-in one"));
      }
    }
  }
}
