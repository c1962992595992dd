package io.kwhy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.BundleReader;
import io.kwhy.diagnosis.Diagnoser;
import io.kwhy.diagnosis.Diagnosis;
import io.kwhy.fact.Captured;
import io.kwhy.fact.Fact;
import io.kwhy.fact.NotCaptured;
import io.kwhy.inference.Finding;
import io.kwhy.parse.FactReader;
import io.kwhy.report.TextReport;
import io.kwhy.report.TextStyle;
import io.kwhy.rule.Card;
import io.kwhy.rule.RuleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What holds for every sample. {@code mvn test -Dtest=SamplesTest -Dkwhy.golden=write} writes the
 * expected reports anew; read them in the diff. {@code -Dkwhy.sample=NAME} takes those whose name
 * contains it.
 */
class SamplesTest {
  /** Causes that are said where another is known that brings them about, and never alone. */
  private static final Set<String> EFFECTS =
      Set.of("coredns-not-running", "dns-blocked-between-nodes");

  private static final Path SAMPLES = Path.of("facts-samples");
  private static final String EXPECTED = "expected-report.txt";

  private static RuleBook rules;
  private static Diagnoser diagnoser;
  private static Set<Class<?>> readByRules;

  @BeforeAll
  static void load_rules() {
    rules = RuleBook.builtIn();
    diagnoser = new Diagnoser(rules);
    readByRules = rules.factTypes();
  }

  @TestFactory
  Stream<DynamicNode> sample() throws IOException {
    String wanted = System.getProperty("kwhy.sample", "");
    try (Stream<Path> folders = Files.list(SAMPLES)) {
      return folders
          .filter(folder -> folder.getFileName().toString().contains(wanted))
          .sorted()
          .toList()
          .stream()
          .map(SamplesTest::tests);
    }
  }

  /** Its facts are read once, and forgotten with it. */
  private static DynamicNode tests(Path sample) {
    String name = sample.getFileName().toString();
    List<Fact> facts = new ArrayList<>();
    return dynamicContainer(
        name,
        Stream.of(
            dynamicTest("is read", () -> facts.addAll(facts(sample))),
            dynamicTest("report is the expected one", () -> checkReport(sample, facts)),
            dynamicTest("keeps what its name promises", () -> checkName(name, facts)),
            dynamicTest("order of facts changes nothing", () -> checkOrder(facts)),
            dynamicTest("less evidence never means another cause", () -> checkLess(facts))));
  }

  private static List<Fact> facts(Path sample) throws Exception {
    try (Bundle bundle = BundleReader.read(List.of(sample))) {
      return new FactReader(rules.signals()).read(bundle);
    }
  }

  private static void checkReport(Path sample, List<Fact> facts) throws IOException {
    Diagnosis diagnosis = diagnoser.diagnose(facts);
    StringBuilder report = new StringBuilder();
    new TextReport(rules::card, TextStyle.plain()).write(diagnosis, report);
    Path expected = sample.resolve(EXPECTED);
    if ("write".equals(System.getProperty("kwhy.golden"))) {
      Files.writeString(expected, report);
    }
    assertThat(report.toString()).isEqualTo(Files.readString(expected));
    assertThat(diagnosis.quarantined()).isEmpty();
  }

  private static void checkName(String name, List<Fact> facts) {
    Diagnosis diagnosis = diagnoser.diagnose(facts);
    SampleName promised = SampleName.of(name, rules);
    Set<String> causes =
        roots(diagnosis).stream()
            .map(Finding::cause)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> shown = new TreeSet<>(causes);
    diagnosis.explained().forEach(explained -> shown.add(explained.finding().cause()));
    diagnosis.symptoms().forEach(complaint -> shown.add(complaint.symptom().id()));
    diagnosis.harmless().forEach(note -> shown.add(note.id()));
    switch (promised.promise()) {
      case HEALTHY -> assertThat(causes).isEmpty();
      case COMBO -> assertThat(findings(diagnosis)).hasSizeGreaterThan(1);
      case ALONE -> {
        assertThat(shown).contains(promised.id());
        assertThat(causes).isEqualTo(isCause(promised.id()) ? Set.of(promised.id()) : Set.of());
      }
      case VARIANT ->
          assertThat(isCause(promised.id()) && !EFFECTS.contains(promised.id()) ? causes : shown)
              .contains(promised.id());
      case NEAR_MISS -> assertThat(shown).doesNotContain(promised.id());
      case UNKNOWN -> throw new AssertionError(name + ": no rule \"" + promised.id() + "\"");
    }
  }

  private static boolean isCause(String id) {
    return rules.card(id).filter(card -> card.kind() == Card.Kind.CAUSE).isPresent();
  }

  private static void checkOrder(List<Fact> facts) {
    List<Fact> shuffled = new ArrayList<>(facts);
    Collections.shuffle(shuffled, new Random(7));
    assertThat(diagnoser.diagnose(shuffled)).isEqualTo(diagnoser.diagnose(facts));
  }

  /** Whatever is left out, what is found then is found with all evidence, too. */
  private static void checkLess(List<Fact> facts) {
    Diagnosis whole = diagnoser.diagnose(facts);
    Set<Finding> known = findings(whole);
    for (String entry : entries(facts, SamplesTest::isReadByRules)) {
      assertThat(known)
          .as("without " + entry)
          .containsAll(roots(diagnoser.diagnose(without(facts, Set.of(entry)))));
    }
    Set<String> unread = entries(facts, fact -> true);
    unread.removeAll(entries(facts, SamplesTest::isReadByRules));
    assertThat(known)
        .as("without " + unread)
        .containsAll(roots(diagnoser.diagnose(without(facts, unread))));
    for (Fact evidence : evidence(whole, facts)) {
      List<Fact> fewer = facts.stream().filter(fact -> fact != evidence).toList();
      assertThat(known).as("without " + evidence).containsAll(roots(diagnoser.diagnose(fewer)));
    }
  }

  private static Set<Finding> roots(Diagnosis diagnosis) {
    return diagnosis.rootCauses().stream()
        .map(Diagnosis.RootCause::finding)
        .collect(Collectors.toSet());
  }

  /** Explained ones too: where the evidence of a deeper cause is missing, they are the roots. */
  private static Set<Finding> findings(Diagnosis diagnosis) {
    Set<Finding> findings = roots(diagnosis);
    diagnosis.explained().forEach(explained -> findings.add(explained.finding()));
    return findings;
  }

  private static boolean isReadByRules(Fact fact) {
    return !(fact instanceof Captured) && readByRules.stream().anyMatch(t -> t.isInstance(fact));
  }

  private static Set<String> entries(List<Fact> facts, Predicate<Fact> wanted) {
    return facts.stream()
        .filter(wanted)
        .map(fact -> fact.origin().entry())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Fact> without(List<Fact> facts, Set<String> entries) {
    List<Fact> fewer = new ArrayList<>();
    for (Fact fact : facts) {
      if (!entries.contains(fact.origin().entry())) {
        fewer.add(fact);
      } else if (fact instanceof Captured captured) {
        fewer.add(
            new NotCaptured(captured.source(), captured.node(), "left out", captured.origin()));
      }
    }
    return fewer;
  }

  /** Single messages in logs that are evidence: a log may be rotated or lose lines. */
  private static List<Fact> evidence(Diagnosis diagnosis, List<Fact> facts) {
    Set<String> origins = new TreeSet<>();
    diagnosis.rootCauses().stream()
        .flatMap(cause -> cause.evidence().stream())
        .forEach(proof -> origins.add(proof.origin().toString()));
    diagnosis.symptoms().stream()
        .flatMap(symptom -> symptom.evidence().stream())
        .forEach(proof -> origins.add(proof.origin().toString()));
    return facts.stream()
        .filter(fact -> fact.origin().entry().contains("/logs/"))
        .filter(fact -> origins.contains(fact.origin().toString()))
        .toList();
  }

  @Test
  void nothing_in_nothing_out() {
    assertThat(roots(diagnoser.diagnose(List.of()))).isEmpty();
  }
}
