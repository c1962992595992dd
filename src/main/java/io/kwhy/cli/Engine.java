package io.kwhy.cli;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.reading.BundleReader;
import io.kwhy.bundle.reading.UnreadableBundleException;
import io.kwhy.diagnosis.Diagnoser;
import io.kwhy.diagnosis.Diagnosis;
import io.kwhy.fact.Fact;
import io.kwhy.parse.FactReader;
import io.kwhy.rule.RuleBook;
import io.kwhy.rule.card.Card;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The flow from bundles and rules to facts and a diagnosis. */
final class Engine {
  private final RuleBook rules;

  /** Made when first asked for, as most commands read no evidence. */
  private FactReader reader;

  private Engine(RuleBook rules) {
    this.rules = rules;
  }

  /**
   * @param userRules folders of rules on top of the built-in ones
   */
  static Engine with(List<Path> userRules) {
    Optional<Path> editable =
        Optional.ofNullable(System.getProperty("kwhy.rules"))
            .map(Path::of)
            .filter(Files::isDirectory);
    return new Engine(RuleBook.load(editable, userRules, cache()));
  }

  private static Path cache() {
    String xdg = System.getenv("XDG_CACHE_HOME");
    Path base =
        xdg == null || xdg.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(xdg);
    return base.resolve("kwhy");
  }

  List<Fact> facts(List<Path> bundles) throws UnreadableBundleException, IOException {
    try (Bundle bundle = BundleReader.read(bundles)) {
      return facts(bundle);
    }
  }

  List<Fact> facts(Bundle bundle) {
    return reader().read(bundle);
  }

  /** What reads evidence: to make it compiles what log messages mean. */
  synchronized FactReader reader() {
    if (reader == null) {
      reader = new FactReader(rules.signals());
    }
    return reader;
  }

  /** What facts mean. */
  Diagnosis diagnose(List<Fact> facts, Progress progress) {
    progress.stage("reasoning over " + facts.size() + " facts");
    return Diagnoser.once(rules, facts);
  }

  Optional<Card> card(String id) {
    return rules.card(id);
  }

  List<Card> cards() {
    return rules.cards();
  }
}
