package io.kwhy;

import static org.assertj.core.api.Assertions.assertThat;
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
import io.kwhy.rule.RuleBook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What holds for every sample. {@code mvn test -Dtest=SamplesTest -Dkwhy.golden=write} writes the
 * expected reports anew; read them in the diff.
 */
class SamplesTest {
  private static final Path SAMPLES = Path.of("facts-samples");
  private static final String EXPECTED = "expected-report.txt";

  private static RuleBook rules;

  @BeforeAll
  static void load_rules() {
    rules = RuleBook.builtIn();
  }

  private static List<Path> samples() throws IOException {
    try (Stream<Path> folders = Files.list(SAMPLES)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static List<Fact> facts(Path sample) throws Exception {
    try (Bundle bundle = BundleReader.read(List.of(sample))) {
      return new FactReader(rules.signals()).read(bundle);
    }
  }

  private static Set<Finding> causes(List<Fact> facts) {
    Set<Finding> findings = new HashSet<>();
    new Diagnoser(rules).diagnose(facts).rootCauses().forEach(c -> findings.add(c.finding()));
    return findings;
  }

  @TestFactory
  Stream<DynamicTest> report_is_the_expected_one() throws IOException {
    return samples().stream().map(sample -> dynamicTest(sample.toString(), () -> golden(sample)));
  }

  private static void golden(Path sample) throws Exception {
    Diagnosis diagnosis = new Diagnoser(rules).diagnose(facts(sample));
    StringBuilder report = new StringBuilder();
    new TextReport(rules::card, TextStyle.plain()).write(diagnosis, report);
    Path expected = sample.resolve(EXPECTED);
    if ("write".equals(System.getProperty("kwhy.golden"))) {
      Files.writeString(expected, report);
    }
    assertThat(report.toString()).isEqualTo(Files.readString(expected, StandardCharsets.UTF_8));
    assertThat(diagnosis.quarantined()).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> healthy_sample_has_no_cause_and_any_other_the_one_of_its_name()
      throws IOException {
    return samples().stream()
        .map(
            sample ->
                dynamicTest(
                    sample.toString(),
                    () -> {
                      String name = sample.getFileName().toString();
                      Set<Finding> found = causes(facts(sample));
                      if (name.startsWith("healthy")) {
                        assertThat(found).isEmpty();
                      } else {
                        assertThat(found).hasSize(1);
                        assertThat(name).startsWith(found.iterator().next().cause());
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> less_evidence_never_means_another_cause() throws IOException {
    return samples().stream().map(sample -> dynamicTest(sample.toString(), () -> thin(sample)));
  }

  private static void thin(Path sample) throws Exception {
    List<Fact> all = facts(sample);
    Set<Finding> known = causes(all);
    Set<String> entries = new TreeSet<>();
    all.forEach(fact -> entries.add(fact.origin().entry()));
    for (String entry : entries) {
      List<Fact> fewer = new ArrayList<>();
      for (Fact fact : all) {
        if (!fact.origin().entry().equals(entry)) {
          fewer.add(fact);
        } else if (fact instanceof Captured captured) {
          fewer.add(
              new NotCaptured(captured.source(), captured.node(), "left out", captured.origin()));
        }
      }
      assertThat(known).as("without " + entry).containsAll(causes(fewer));
    }
  }

  @Test
  void nothing_in_nothing_out() {
    assertThat(causes(List.of())).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> order_of_facts_changes_nothing() throws IOException {
    return samples().stream()
        .map(
            sample ->
                dynamicTest(
                    sample.toString(),
                    () -> {
                      List<Fact> facts = new ArrayList<>(facts(sample));
                      Diagnosis expected = new Diagnoser(rules).diagnose(facts);
                      Collections.shuffle(facts, new Random(7));
                      assertThat(new Diagnoser(rules).diagnose(facts)).isEqualTo(expected);
                    }));
  }
}
