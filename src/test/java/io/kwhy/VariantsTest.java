package io.kwhy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.reading.BundleReader;
import io.kwhy.diagnosis.Diagnosis;
import io.kwhy.diagnosis.FiredRules;
import io.kwhy.fact.Fact;
import io.kwhy.inference.Finding;
import io.kwhy.parse.FactReader;
import io.kwhy.rule.RuleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Rules that no sample calls for, each in a sample with some of its evidence changed. The files in
 * {@code variants} name the rule that must fire, the sample, what becomes other in which entry, and
 * the causes and unexplained symptoms that are then told. An edit that changes nothing fails.
 * {@code -Dkwhy.variant=WORD} takes those whose rule contains it.
 */
@Order(2)
class VariantsTest {
  private static final Path VARIANTS = Path.of("src/test/resources/io/kwhy/variants");

  private static RuleBook rules;
  private static FactReader reader;
  @TempDir static Path folder;

  @BeforeAll
  static void load_rules() {
    rules = RuleBook.builtIn();
    reader = new FactReader(rules.signals(), Captures::fits);
  }

  @TestFactory
  Stream<DynamicTest> variant() throws IOException {
    String wanted = System.getProperty("kwhy.variant", "");
    List<Variant> variants = new ArrayList<>();
    try (Stream<Path> files = Files.list(VARIANTS)) {
      for (Path file : files.sorted().toList()) {
        for (Object each : (List<?>) parsed(file)) {
          variants.add(Variant.of((Map<?, ?>) each));
        }
      }
    }
    return variants.stream()
        .filter(variant -> variant.rule().contains(wanted))
        .map(
            variant ->
                dynamicTest(variant.rule() + " in " + variant.sample(), () -> check(variant)));
  }

  private static Object parsed(Path file) throws IOException {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
  }

  private static void check(Variant variant) throws Exception {
    List<Fact> facts;
    try (Bundle bundle = BundleReader.read(List.of(variant.writeInto(folder)))) {
      facts = reader.read(bundle);
    }
    FiredRules fired = FiredRules.of(rules, facts);
    Diagnosis diagnosis = fired.diagnosis();

    Set<String> causes = new TreeSet<>();
    diagnosis.rootCauses().forEach(cause -> causes.add(shown(cause.finding())));
    assertThat(causes).isEqualTo(new TreeSet<>(variant.causes()));
    Set<String> unexplained = new TreeSet<>();
    diagnosis
        .unexplained()
        .forEach(each -> unexplained.add(each.symptom().id() + " " + each.symptom().subject()));
    assertThat(unexplained).isEqualTo(new TreeSet<>(variant.unexplained()));
    assertThat(fired.names()).contains(variant.rule());
    assertThat(diagnosis.quarantined()).isEmpty();
  }

  private static String shown(Finding finding) {
    return finding.cause() + " " + finding.subject();
  }

  /**
   * @param rule name of the rule that fires
   * @param causes root causes with their subject
   * @param unexplained symptoms with their subject
   */
  private record Variant(
      String rule, String sample, List<Edit> edits, List<String> causes, List<String> unexplained) {
    static Variant of(Map<?, ?> map) {
      List<Edit> edits = new ArrayList<>();
      list(map, "edits").forEach(each -> edits.add(Edit.of((Map<?, ?>) each)));
      return new Variant(
          (String) map.get("rule"),
          (String) map.get("sample"),
          edits,
          strings(map, "causes"),
          strings(map, "unexplained"));
    }

    private static List<?> list(Map<?, ?> map, String key) {
      return map.get(key) instanceof List<?> values ? values : List.of();
    }

    private static List<String> strings(Map<?, ?> map, String key) {
      return list(map, key).stream().map(String.class::cast).toList();
    }

    Path writeInto(Path folder) throws IOException {
      Path from = Path.of("facts-samples", sample);
      Path to = Files.createTempDirectory(folder, "variant");
      try (Stream<Path> files = Files.walk(from)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path copy = to.resolve(from.relativize(file).toString());
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
      for (Edit edit : edits) {
        edit.apply(to);
      }
      return to;
    }
  }

  /**
   * @param entry path in the sample
   * @param replace regular expression; {@code ""} where the text is the whole entry
   * @param by what stands for each match, or the whole entry
   * @param add goes to the end of the entry, or into the list of objects that it is; without it and
   *     {@code by} the entry goes
   */
  private record Edit(String entry, String replace, String by, String add) {
    static Edit of(Map<?, ?> map) {
      Object replace = map.get("replace");
      return new Edit(
          (String) map.get("entry"),
          replace == null ? "" : (String) replace,
          (String) map.get("by"),
          (String) map.get("add"));
    }

    void apply(Path sample) throws IOException {
      Path file = sample.resolve(entry);
      if (by == null && add == null) {
        Files.delete(file);
        return;
      }
      String before = Files.exists(file) ? Files.readString(file) : "";
      String after = add == null ? replaced(before) : added(before);
      assertThat(after).as(entry + " with " + replace + " replaced").isNotEqualTo(before);
      Files.createDirectories(file.getParent());
      Files.writeString(file, after);
    }

    private String replaced(String before) {
      return replace.isEmpty() ? by : before.replaceAll("(?s)" + replace, by);
    }

    private String added(String before) {
      if (!entry.endsWith(".json")) {
        return before + add;
      }
      int end = before.lastIndexOf(']');
      boolean first = before.substring(0, end).stripTrailing().endsWith("[");
      return before.substring(0, end) + (first ? "" : ",") + add + before.substring(end);
    }
  }
}
