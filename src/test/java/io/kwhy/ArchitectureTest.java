package io.kwhy;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import io.kwhy.fact.Fact;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rooms of docs/architecture.md, and who may know whom. */
class ArchitectureTest {
  private static final String ROOT = "io.kwhy";

  /** Each room and the others that it may know; the command line knows all. */
  private static final Map<String, List<String>> ROOMS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("fact", List.of()),
              Map.entry("netfilter", List.of()),
              Map.entry("bundle", List.of("fact")),
              Map.entry("collect", List.of("bundle", "fact")),
              Map.entry("serve", List.of("bundle", "fact")),
              Map.entry("parse", List.of("bundle", "fact", "netfilter")),
              Map.entry("reach", List.of("fact", "netfilter")),
              Map.entry("policy", List.of("fact", "netfilter")),
              Map.entry("names", List.of("fact", "policy")),
              Map.entry("workload", List.of("fact")),
              Map.entry("inference", List.of("fact")),
              Map.entry("rule", List.of("fact", "inference")),
              Map.entry(
                  "diagnosis",
                  List.of(
                      "fact",
                      "inference",
                      "rule",
                      "names",
                      "policy",
                      "reach",
                      "netfilter",
                      "workload")),
              Map.entry(
                  "report", List.of("fact", "bundle", "inference", "rule", "diagnosis", "reach"))));

  /** Rooms within rooms that others build on, and what of kwhy they may know. */
  private static final Map<String, List<String>> FOUNDATIONS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("bundle.redaction", List.of()),
              Map.entry("bundle.draft", List.of("bundle", "bundle.redaction", "fact")),
              Map.entry("bundle.reading", List.of("bundle", "bundle.draft", "fact")),
              Map.entry("cli.loopback", List.of()),
              Map.entry("names.corefile", List.of("fact")),
              Map.entry("netfilter.iptables", List.of("netfilter")),
              Map.entry("netfilter.nft", List.of("netfilter")),
              Map.entry("parse.json", List.of("parse", "bundle", "fact")),
              Map.entry("parse.text", List.of("parse", "bundle", "fact")),
              Map.entry("reach.host", List.of("fact", "netfilter")),
              Map.entry("reach.path", List.of("reach.host", "fact", "netfilter")),
              Map.entry("reach.route", List.of("reach.host", "fact", "netfilter")),
              Map.entry("rule.file", List.of()),
              Map.entry("rule.card", List.of("rule.file")),
              Map.entry("rule.contents", List.of("rule.card", "rule.file", "fact")),
              Map.entry("rule.source", List.of("rule.card", "rule.contents", "rule.file", "fact")),
              Map.entry("rule.selection", List.of("rule.contents", "fact")),
              Map.entry(
                  "rule.compiler",
                  List.of(
                      "rule.card",
                      "rule.contents",
                      "rule.file",
                      "rule.selection",
                      "rule.source",
                      "fact")),
              Map.entry(
                  "rule.lint",
                  List.of("rule.card", "rule.contents", "rule.file", "rule.source", "fact"))));

  /**
   * Names of record components that Drools 10.2 cannot compile conditions on: its generator takes
   * each substring of its own method names for one of them, and some are words of its language.
   */
  private static final Set<String> DROOLS_WORDS =
      Set.of("bind", "not", "when", "unit", "or", "and", "modify", "with", "record");

  private static JavaClasses classes;

  @BeforeAll
  static void read_classes() {
    classes = OwnClasses.all();
  }

  @TestFactory
  Stream<DynamicTest> room_knows_only() {
    return ROOMS.entrySet().stream()
        .map(room -> dynamicTest(room.getKey(), () -> check(room.getKey(), room.getValue())));
  }

  private static void check(String room, List<String> others) {
    List<String> known = new ArrayList<>(List.of(within(room)));
    others.forEach(other -> known.add(within(other)));
    checkKnowsOnly(room, others, known);
  }

  private static void checkKnowsOnly(String room, List<String> others, List<String> known) {
    noClasses()
        .that()
        .resideInAPackage(within(room))
        .should()
        .dependOnClassesThat(
            are(resideInAPackage(ROOT + ".."))
                .and(not(resideInAnyPackage(known.toArray(String[]::new)))))
        .as(room + " knows only " + others)
        .allowEmptyShould(true)
        .check(classes);
  }

  @TestFactory
  Stream<DynamicTest> foundation_knows_only() {
    return FOUNDATIONS.entrySet().stream()
        .map(room -> dynamicTest(room.getKey(), () -> checkAlone(room.getKey(), room.getValue())));
  }

  /** Of the room that it is in, it may know the classes, and no other room there. */
  private static void checkAlone(String room, List<String> others) {
    List<String> known = new ArrayList<>(List.of(within(room)));
    others.forEach(
        other -> known.add(ROOT + "." + other + (room.startsWith(other + ".") ? "" : "..")));
    checkKnowsOnly(room, others, known);
  }

  private static String within(String room) {
    return ROOT + "." + room + "..";
  }

  @Test
  void every_class_lives_in_a_room() {
    List<String> homeless =
        classes.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> !name.equals(ROOT + ".cli") && !name.startsWith(ROOT + ".cli."))
            .filter(
                name ->
                    ROOMS.keySet().stream()
                        .noneMatch(room -> (name + ".").startsWith(ROOT + "." + room + ".")))
            .distinct()
            .toList();
    assertThat(homeless).isEmpty();
  }

  @Test
  void rooms_form_no_circle() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(classes);
  }

  @Test
  void rooms_of_bundle_form_no_circle() {
    slices().matching(ROOT + ".bundle.(*)..").should().beFreeOfCycles().check(classes);
  }

  @Test
  void rooms_of_rule_form_no_circle() {
    slices().matching(ROOT + ".rule.(*)..").should().beFreeOfCycles().check(classes);
  }

  @Test
  void only_rule_and_diagnosis_know_the_engine() {
    onlyIn(List.of("rule", "diagnosis"), "org.drools..", "org.kie..");
  }

  @Test
  void only_collect_knows_the_kubernetes_client() {
    onlyIn(List.of("collect"), "io.fabric8..");
  }

  @Test
  void only_the_command_line_knows_picocli() {
    onlyIn(List.of("cli"), "picocli..");
  }

  private static void onlyIn(List<String> rooms, String... packages) {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            rooms.stream().map(ArchitectureTest::within).toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages)
        .check(classes);
  }

  @Test
  void facts_are_records() {
    classes()
        .that()
        .implement(Fact.class)
        .and()
        .areNotInterfaces()
        .should(ArchCondition.from(describe("be records", JavaClass::isRecord)))
        .check(classes);
  }

  @Test
  void facts_have_components_that_rules_can_name() {
    List<String> unusable = new ArrayList<>();
    for (JavaClass type : classes.that(assignableTo(Fact.class))) {
      if (type.isRecord()) {
        for (RecordComponent component : type.reflect().getRecordComponents()) {
          if (!isUsable(component.getName())) {
            unusable.add(type.getName() + "." + component.getName());
          }
        }
      }
    }
    assertThat(unusable).isEmpty();
  }

  private static boolean isUsable(String name) {
    return !"alphaIndexedBy betaIndexedBy".contains(name)
        && !DROOLS_WORDS.contains(name)
        && !name.matches("is[A-Z].*");
  }

  @Test
  void nothing_static_changes() {
    fields()
        .that()
        .areStatic()
        .and()
        .doNotHaveModifier(JavaModifier.SYNTHETIC)
        .should()
        .beFinal()
        .check(classes);
  }

  @Test
  void the_time_is_the_bundles() {
    noClasses()
        .that()
        .resideOutsideOfPackages(within("collect"), within("cli"))
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .dependOnClassesThat(are(assignableTo(Clock.class)))
        .check(classes);
  }

  /** {@code %d} has the digits of the user's locale, {@code %s} of a number has not. */
  @Test
  void numbers_look_the_same_in_every_locale() throws IOException {
    Pattern localized = Pattern.compile("%[-+0-9,.]*[df](?![T-])");
    List<String> lines = new ArrayList<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(each -> each.toString().endsWith(".java")).toList()) {
        Files.readAllLines(source).stream()
            .filter(line -> localized.matcher(line).find() && !line.contains("Locale.ROOT"))
            .forEach(line -> lines.add(source + ": " + line.strip()));
      }
    }
    assertThat(lines).isEmpty();
  }

  @Test
  void only_the_command_line_prints_or_exits() {
    noClasses()
        .that()
        .resideOutsideOfPackage(within("cli"))
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .check(classes);
  }

  @Test
  void every_room_says_what_it_is_for() throws IOException {
    try (Stream<Path> folders = Files.walk(Path.of("src/main/java/io/kwhy"))) {
      List<Path> silent =
          folders
              .filter(Files::isDirectory)
              .filter(room -> !room.endsWith("io/kwhy"))
              .filter(room -> !Files.exists(room.resolve("package-info.java")))
              .toList();
      assertThat(silent).isEmpty();
    }
  }
}
