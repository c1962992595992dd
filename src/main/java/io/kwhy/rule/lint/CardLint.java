package io.kwhy.rule.lint;

import io.kwhy.rule.card.Card;
import io.kwhy.rule.card.Placeholder;
import io.kwhy.rule.file.Placed;
import io.kwhy.rule.file.Problem;
import io.kwhy.rule.file.RuleFile;
import io.kwhy.rule.file.RuleKind;
import io.kwhy.rule.source.DrlFile;
import io.kwhy.rule.source.DrlText;
import io.kwhy.rule.source.RuleSources;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Each rule that is told has a card, each card a rule that fills its placeholders. */
final class CardLint {
  private static final Pattern DETAIL =
      Pattern.compile("new\\s+(?:Detail|Listed)\\s*\\(\\s*[^,]+,\\s*\"([^\"]+)\"");
  private static final Pattern WHEN =
      Pattern.compile(" *(?:milder-)?when: *(?:not )?([a-z][a-z0-9-]*) *");

  /** What every card may say of what its finding is about; see {@code report.Filling}. */
  private static final Set<String> SUBJECT = Set.of("kind", "namespace", "name", "subject");

  private final RuleSources sources;
  private final List<Problem> problems = new ArrayList<>();

  private CardLint(RuleSources sources) {
    this.sources = sources;
  }

  /** Rules without cards, cards without rules, and placeholders that no rule fills. */
  static List<Problem> check(RuleSources sources) {
    CardLint lint = new CardLint(sources);
    lint.checkCards();
    return lint.problems;
  }

  private void checkCards() {
    TreeMap<String, Placed<Card>> cards = new TreeMap<>();
    sources.cards().forEach(card -> cards.put(withoutExtension(card.file()), card));
    for (DrlFile drl : sources.drls()) {
      Placed<Card> card = cards.remove(withoutExtension(drl.file()));
      boolean expected = drl.file().kind().filter(RuleKind::hasCard).isPresent();
      if (card != null) {
        checkPlaceholders(drl, card);
      } else if (expected && !hasCardFile(drl)) {
        problems.add(
            drl.file().problem(0, "has no card, expected " + drl.file().id() + ".md beside it"));
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
                    "\"%s\" is ".formatted(lines[i].strip()) + unfilled(when.group(1), drl)));
      }
    }
  }

  private static String unfilled(String name, DrlFile drl) {
    return "not filled, expected new Detail( finding, \"%s\", … ) in %s.drl"
        .formatted(name, drl.file().id());
  }

  private static String withoutExtension(RuleFile file) {
    return file.label().substring(0, file.label().lastIndexOf('.'));
  }
}
