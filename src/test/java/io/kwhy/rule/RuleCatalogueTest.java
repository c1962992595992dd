package io.kwhy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.rule.card.Card;
import io.kwhy.rule.contents.RuleEntry;
import io.kwhy.rule.file.RuleKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules as a collection. Each test lists all offenders at once, with what would be right. */
class RuleCatalogueTest {
  private static final Path RULES = Path.of("rules");
  private static final Path SAMPLES = Path.of("facts-samples");

  /** Areas in which each cause has a sample and a near miss; more are to come, none to go. */
  private static final Set<String> SAMPLED_AREAS =
      Set.of(
          "helm", "names", "nodes", "packets", "registration", "services", "startup", "workloads");

  private static final Pattern PLACE =
      Pattern.compile(
          "(causes|symptoms|harmless)/[a-z-]+/[a-z0-9-]+\\.(drl|md)"
              + "|observations/[a-z0-9-]+\\.drl|signals/[a-z0-9-]+\\.yaml");

  @Test
  void rules_keep_the_rules_of_the_rules() {
    assertThat(RuleCheck.ofBuiltIn(RULES)).isEmpty();
  }

  @Test
  void every_file_has_its_place() throws IOException {
    try (Stream<Path> files = Files.walk(RULES)) {
      List<String> stray =
          files
              .filter(Files::isRegularFile)
              .map(file -> RULES.relativize(file).toString())
              .filter(file -> !PLACE.matcher(file).matches())
              .map(file -> file + ": expected a place like " + PLACE)
              .toList();
      assertThat(stray).isEmpty();
    }
  }

  /** Causes have their area's package, so that users may import and override by area. */
  @Test
  void package_is_the_folder() {
    List<String> elsewhere = new ArrayList<>();
    for (RuleEntry rule : RuleBook.builtIn().entries()) {
      String expected =
          rule.kind() == RuleKind.CAUSES ? "causes." + rule.area() : rule.kind().folder();
      if (!rule.packageName().equals(expected)) {
        elsewhere.add(rule.file() + ": package " + rule.packageName() + ", expected " + expected);
      }
    }
    assertThat(elsewhere.stream().distinct()).isEmpty();
  }

  @Test
  void every_cause_has_a_sample_and_a_near_miss() throws IOException {
    Set<String> folders = samples();
    List<String> missing = new ArrayList<>();
    for (Card card : RuleBook.builtIn().cards()) {
      if (card.kind() == Card.Kind.CAUSE && SAMPLED_AREAS.contains(card.area())) {
        if (folders.stream().noneMatch(name -> isSampleOf(name, card.id()))) {
          missing.add(card.id() + ": expected facts-samples/" + card.id() + "/");
        }
        if (folders.stream().noneMatch(name -> name.startsWith(card.id() + "~"))) {
          missing.add(card.id() + ": expected facts-samples/" + card.id() + "~WHY-NOT/");
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  /** A name that is imported by another file of the package only may be anything to Relevance. */
  @Test
  void types_are_declared_or_imported_where_they_are_read() {
    Set<String> unknown = new TreeSet<>();
    for (RuleEntry rule : RuleBook.builtIn().entries()) {
      for (String type : rule.types()) {
        try {
          Class.forName(type, false, RuleCatalogueTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
          unknown.add(rule.file() + ": " + type + ", expected an import of it");
        }
      }
    }
    assertThat(unknown).isEmpty();
  }

  private static boolean isSampleOf(String name, String id) {
    return !name.contains("~") && (name.equals(id) || name.startsWith(id + "-"));
  }

  @Test
  void every_sample_is_a_bundle_with_its_report() throws IOException {
    List<String> incomplete = new ArrayList<>();
    for (String name : samples()) {
      Path sample = SAMPLES.resolve(name);
      if (!Files.isDirectory(sample)) {
        incomplete.add(name + ": expected only folders, each a bundle");
        continue;
      }
      for (String file : List.of("bundle.json", "expected-report.txt")) {
        if (!Files.exists(sample.resolve(file))) {
          incomplete.add(name + ": lacks " + file);
        }
      }
    }
    assertThat(incomplete).isEmpty();
  }

  private static Set<String> samples() throws IOException {
    try (Stream<Path> all = Files.list(SAMPLES)) {
      return all.map(each -> each.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
