package io.kwhy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.reading.BundleReader;
import io.kwhy.diagnosis.Diagnoser;
import io.kwhy.diagnosis.Diagnosis;
import io.kwhy.diagnosis.LessEvidence;
import io.kwhy.fact.Captured;
import io.kwhy.fact.Fact;
import io.kwhy.fact.NotCaptured;
import io.kwhy.inference.Finding;
import io.kwhy.parse.FactReader;
import io.kwhy.report.TextReport;
import io.kwhy.report.TextStyle;
import io.kwhy.rule.RuleBook;
import io.kwhy.rule.card.Card;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What holds for every sample. {@code mvn test -Dtest=SamplesTest -Dkwhy.golden=write} writes the
 * expected reports anew; read them in the diff. {@code -Dkwhy.sample=NAME} takes those whose name
 * contains it.
 */
@Order(1)
class SamplesTest {
  /** Causes that are said where another is known that brings them about, and never alone. */
  private static final Set<String> EFFECTS =
      Set.of("coredns-not-running", "dns-blocked-between-nodes");

  private static final Path SAMPLES = Path.of("facts-samples");
  private static final String EXPECTED = "expected-report.txt";

  /** So many are begun: what they hold stays in memory until they are done with. */
  private static final int AHEAD = 2 * Runtime.getRuntime().availableProcessors();

  private static final ExecutorService READERS =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          work -> {
            Thread thread = new Thread(work, "samples");
            thread.setDaemon(true);
            return thread;
          });

  private static RuleBook rules;
  private static FactReader reader;

  /** Has all rules, also those that a bundle does not call for. */
  private static Diagnoser all;

  @BeforeAll
  static void load_rules() {
    rules = RuleBook.builtIn();
    reader = new FactReader(rules.signals(), Captures::fits);
    all = new Diagnoser(rules);
  }

  @TestFactory
  Stream<DynamicNode> sample() throws IOException {
    String wanted = System.getProperty("kwhy.sample", "");
    try (Stream<Path> folders = Files.list(SAMPLES)) {
      List<Path> all =
          folders
              .filter(folder -> folder.getFileName().toString().contains(wanted))
              .sorted()
              .toList();
      return readAhead(all).map(SamplesTest::tests);
    }
  }

  /**
   * The samples in their order, each when it is asked for, while threads that run no tests are at
   * the next ones: this class alone has half of the work of all tests.
   */
  private static Stream<Sample> readAhead(List<Path> folders) {
    Iterator<Path> coming = folders.iterator();
    Deque<Sample> begun = new ArrayDeque<>();
    return folders.stream()
        .map(
            folder -> {
              while (begun.size() < AHEAD && coming.hasNext()) {
                begun.add(new Sample(coming.next()));
              }
              return begun.remove();
            });
  }

  /** What is read and concluded once, and forgotten with the sample. */
  private static final class Sample {
    private final Path folder;
    private final Future<Void> reading;
    private List<Fact> facts = List.of();
    private Diagnosis diagnosis;
    private Diagnosis shuffled;
    private final Map<String, Set<Finding>> less = new LinkedHashMap<>();

    Sample(Path folder) {
      this.folder = folder;
      reading = READERS.submit(this::read);
    }

    String name() {
      return folder.getFileName().toString();
    }

    void isRead() throws Exception {
      reading.get();
    }

    private Void read() throws Exception {
      try (Bundle bundle = BundleReader.read(List.of(folder))) {
        facts = reader.read(bundle);
      }
      Map<String, List<Fact>> fewer = withoutEntries(facts);
      try (LessEvidence evidence = new LessEvidence(rules, facts, fewer.values())) {
        diagnosis = evidence.whole();
        fewer.forEach((what, some) -> less.put(what, evidence.roots(some)));
        withoutMessages(diagnosis, facts)
            .forEach((what, some) -> less.put(what, evidence.roots(some)));
        checkOne(evidence, fewer);
      }
      List<Fact> otherOrder = new ArrayList<>(facts);
      Collections.shuffle(otherOrder, new Random(7));
      shuffled = all.diagnose(otherOrder);
      return null;
    }

    /** A short cut is held against the whole way, in one sample of four. */
    private void checkOne(LessEvidence evidence, Map<String, List<Fact>> fewer) {
      if (Math.floorMod(name().hashCode(), 4) != 0) {
        return;
      }
      List<String> names = List.copyOf(fewer.keySet());
      String any = names.get(Math.floorMod(name().hashCode(), names.size()));
      assertThat(less.get(any)).as(any).isEqualTo(evidence.rootsAnew(fewer.get(any)));
    }
  }

  private static DynamicNode tests(Sample sample) {
    return dynamicContainer(
        sample.name(),
        Stream.of(
            dynamicTest("is read", sample::isRead),
            dynamicTest("report is the expected one", () -> checkReport(sample)),
            dynamicTest("keeps what its name promises", () -> checkName(sample)),
            dynamicTest(
                "order of facts and rules that are left out change nothing",
                () -> assertThat(sample.shuffled).isEqualTo(sample.diagnosis)),
            dynamicTest("less evidence never means another cause", () -> checkLess(sample))));
  }

  private static void checkReport(Sample sample) throws IOException {
    StringBuilder report = new StringBuilder();
    new TextReport(rules::card, TextStyle.plain()).write(sample.diagnosis, report);
    Path expected = sample.folder.resolve(EXPECTED);
    if ("write".equals(System.getProperty("kwhy.golden"))) {
      Files.writeString(expected, report);
    }
    assertThat(report.toString()).isEqualTo(Files.readString(expected));
    assertThat(sample.diagnosis.quarantined()).isEmpty();
    sample.diagnosis.rootCauses().forEach(SamplesTest::checkTitle);
  }

  /** A detail that is empty leaves a hole in the sentence that an operator reads first. */
  private static void checkTitle(Diagnosis.RootCause cause) {
    String title = rules.card(cause.finding().cause()).orElseThrow().title();
    cause.details().entrySet().stream()
        .filter(detail -> title.contains("{" + detail.getKey() + "}"))
        .forEach(detail -> assertThat(detail.getValue()).as(detail.getKey()).isNotBlank());
  }

  private static void checkName(Sample sample) {
    Diagnosis diagnosis = sample.diagnosis;
    SampleName promised = SampleName.of(sample.name(), rules);
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
      case UNKNOWN ->
          throw new AssertionError(sample.name() + ": no rule \"" + promised.id() + "\"");
    }
  }

  private static boolean isCause(String id) {
    return rules.card(id).filter(card -> card.kind() == Card.Kind.CAUSE).isPresent();
  }

  /** Whatever is left out, what is found then is found with all evidence, too. */
  private static void checkLess(Sample sample) {
    Set<Finding> known = findings(sample.diagnosis);
    sample.less.forEach((what, less) -> assertThat(known).as(what).containsAll(less));
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
    return !(fact instanceof Captured) && rules.isRead(fact.getClass());
  }

  private static Set<String> entries(List<Fact> facts, Predicate<Fact> wanted) {
    return facts.stream()
        .filter(wanted)
        .map(fact -> fact.origin().entry())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The facts as they are without each entry that rules read, and without all the others. */
  private static Map<String, List<Fact>> withoutEntries(List<Fact> facts) {
    Map<String, List<Fact>> fewer = new LinkedHashMap<>();
    Set<String> read = entries(facts, SamplesTest::isReadByRules);
    read.forEach(entry -> fewer.put("without " + entry, without(facts, Set.of(entry))));
    Set<String> unread = entries(facts, fact -> true);
    unread.removeAll(read);
    fewer.put("without " + unread, without(facts, unread));
    return fewer;
  }

  private static List<Fact> without(List<Fact> facts, Set<String> entries) {
    List<Fact> fewer = new ArrayList<>();
    for (Fact fact : facts) {
      if (!entries.contains(fact.origin().entry())) {
        fewer.add(fact);
      } else if (fact instanceof Captured captured) {
        fewer.add(
            captured.source().equals("host")
                ? captured // known from its entries, which are there without the manifest, too
                : new NotCaptured(
                    captured.source(), captured.node(), "left out", captured.origin()));
      }
    }
    return fewer;
  }

  /** Without single messages that are evidence: a log may be rotated or lose lines. */
  private static Map<String, List<Fact>> withoutMessages(Diagnosis diagnosis, List<Fact> facts) {
    Set<String> origins = new TreeSet<>();
    diagnosis.rootCauses().stream()
        .flatMap(cause -> cause.evidence().stream())
        .forEach(proof -> origins.add(proof.origin().toString()));
    diagnosis.symptoms().stream()
        .flatMap(symptom -> symptom.evidence().stream())
        .forEach(proof -> origins.add(proof.origin().toString()));
    Map<String, List<Fact>> fewer = new LinkedHashMap<>();
    for (Fact message : facts) {
      if (message.origin().entry().contains("/logs/")
          && origins.contains(message.origin().toString())) {
        fewer.put("without " + message, facts.stream().filter(f -> f != message).toList());
      }
    }
    return fewer;
  }

  @Test
  void nothing_in_nothing_out() {
    assertThat(roots(all.diagnose(List.of()))).isEmpty();
  }
}
