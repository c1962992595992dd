package io.kwhy.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.kwhy.Captures;
import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.reading.BundleReader;
import io.kwhy.fact.CaptureTime;
import io.kwhy.fact.Captured;
import io.kwhy.fact.Fact;
import io.kwhy.fact.Gap;
import io.kwhy.fact.Mire;
import io.kwhy.fact.Origin;
import io.kwhy.fact.cluster.ConfigMap;
import io.kwhy.fact.cluster.ServerVersion;
import io.kwhy.fact.log.LogSignal;
import io.kwhy.inference.Finding;
import io.kwhy.inference.Subject;
import io.kwhy.parse.FactReader;
import io.kwhy.rule.RuleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@Order(1)
class DiagnoserTest {
  private static final Path SAMPLE = Path.of("facts-samples/node-password-lost");

  @TempDir private Path folder;

  @Test
  void bundle_that_breaks_off_before_its_nodes_is_no_clean_bill_of_health() {
    Fact time = new CaptureTime("k3s", Instant.EPOCH, Origin.of("bundle.json"));
    Fact maps = new Captured("configmaps", "", Origin.of("cluster/configmaps.json"));
    Fact map =
        new ConfigMap(
            "default", "a", List.of(), Instant.EPOCH, Origin.of("cluster/configmaps.json"));
    Fact end = new Gap(Origin.of("cluster/nodes.json"), "ends too early");
    RuleBook rules = RuleBook.builtIn();

    assertThat(Diagnoser.once(rules, List.of(time, maps, map)).verdict())
        .isEqualTo(Diagnosis.Verdict.HEALTHY);
    assertThat(Diagnoser.once(rules, List.of(time, maps, map, end)).verdict())
        .isEqualTo(Diagnosis.Verdict.COULD_NOT_LOOK);
  }

  @Test
  void bundle_that_says_no_more_than_a_version_is_no_clean_bill_of_health() {
    Fact time = new CaptureTime("k3s", Instant.EPOCH, Origin.of("bundle.json"));
    Fact version = new ServerVersion("v1.36.3+k3s1", Origin.of("cluster/version.json"));
    Fact captured = new Captured("version", "", Origin.of("cluster/version.json"));
    Fact nodes = new Captured("nodes", "", Origin.of("cluster/nodes.json"));
    RuleBook rules = RuleBook.builtIn();

    assertThat(Diagnoser.once(rules, List.of(time)).verdict())
        .isEqualTo(Diagnosis.Verdict.COULD_NOT_LOOK);
    assertThat(Diagnoser.once(rules, List.of(time, version, captured)).verdict())
        .isEqualTo(Diagnosis.Verdict.COULD_NOT_LOOK);
    assertThat(Diagnoser.once(rules, List.of(time, version, captured, nodes)).verdict())
        .isEqualTo(Diagnosis.Verdict.HEALTHY);
  }

  @Test
  void rule_that_throws_is_left_out_and_the_rest_goes_on() throws Exception {
    Diagnosis diagnosis = diagnosisWith("thrower", "then\n    Integer.parseInt( $node.name() );");
    assertThat(diagnosis.quarantined())
        .singleElement()
        .satisfies(failed -> assertThat(failed.rule()).isEqualTo("thrower"))
        .satisfies(failed -> assertThat(failed.problem()).contains("NumberFormatException"));
    assertFound(diagnosis);
  }

  @Test
  void condition_that_throws_is_left_out_and_the_rest_goes_on() throws Exception {
    Diagnosis diagnosis =
        diagnosisWith("thrower", "    Node( name == $node.name(), name.charAt(99) == 'x' )\nthen");
    assertThat(diagnosis.quarantined()).hasSize(1);
    assertFound(diagnosis);
  }

  @Test
  void model_that_throws_is_left_out_with_the_rules_that_read_what_it_makes() throws Exception {
    RuleBook rules = RuleBook.builtIn();
    List<Model> models = new ArrayList<>(Models.ALL);
    models.set(
        0,
        new Model(
            "names",
            facts -> {
              throw new IllegalStateException("no names today");
            },
            Set.of(LogSignal.class)));
    Diagnosis without = new Diagnoser(rules, models).diagnose(facts(rules));

    assertThat(without.quarantined())
        .singleElement()
        .satisfies(failed -> assertThat(failed.rule()).isEqualTo("model names"))
        .satisfies(failed -> assertThat(failed.problem()).contains("no names today"));
    // That a host is turned away is said by its log, that its node is not ready by a condition.
    assertThat(without.symptoms())
        .extracting(complaint -> complaint.symptom().id())
        .containsExactly("node-not-ready");
  }

  @Test
  void loop_is_stopped_and_named() throws Exception {
    Diagnosis diagnosis =
        diagnosisWith(
            "looper",
            """
                Detail( finding.cause == "seed", $value : value )
            then
                insertLogical( new Detail( new Finding( "seed", Subject.node("x") ), "k", $value + "x" ) );
            """
                .stripTrailing());
    assertThat(diagnosis.quarantined())
        .singleElement()
        .satisfies(failed -> assertThat(failed.rule()).isEqualTo("looper"))
        .satisfies(failed -> assertThat(failed.problem()).contains("rule loop"));
    assertFound(diagnosis);
  }

  @Test
  void recursion_without_end_is_left_out() throws Exception {
    Diagnosis diagnosis =
        diagnosisWith(
            "recursive",
            """
            then
                java.util.List<Object> self = new java.util.ArrayList<>();
                self.add( self );
                self.hashCode();
            """
                .stripTrailing());
    assertThat(diagnosis.quarantined())
        .singleElement()
        .satisfies(failed -> assertThat(failed.rule()).isEqualTo("recursive"))
        .satisfies(failed -> assertThat(failed.problem()).contains("StackOverflowError"));
    assertFound(diagnosis);
  }

  @Test
  void recursion_without_end_in_a_condition_is_left_out() throws Exception {
    Diagnosis diagnosis =
        diagnosisWith(
            "bottomless",
            """
                Node( name.concat( name ).replace( "w", "x".repeat( 200000 ) ).matches( "(n|0|.)*" ) )
            then
                insertLogical( new Detail( new Finding( "x", Subject.node("x") ), "k", "" ) );
            """
                .stripTrailing());
    assertThat(diagnosis.quarantined())
        .singleElement()
        .satisfies(failed -> assertThat(failed.rule()).isEqualTo("bottomless"))
        .satisfies(failed -> assertThat(failed.problem()).contains("StackOverflowError"));
    assertFound(diagnosis);
  }

  @Test
  void memory_that_a_condition_fills_is_its_rules() throws Exception {
    Diagnosis diagnosis =
        diagnosisWith(
            "hungry",
            """
                Node( name.repeat( 1000000000 ).repeat( 3 ).length() > 0 )
            then
                insertLogical( new Detail( new Finding( "x", Subject.node("x") ), "k", "" ) );
            """
                .stripTrailing());
    assertThat(diagnosis.quarantined())
        .singleElement()
        .satisfies(failed -> assertThat(failed.rule()).isEqualTo("hungry"));
    assertFound(diagnosis);
  }

  @Test
  void conclusion_about_nothing_is_left_out() throws Exception {
    Diagnosis diagnosis =
        diagnosisWith("vague", "then\n    insertLogical( new Finding( \"x\", null ) );\n");
    assertThat(diagnosis.quarantined())
        .singleElement()
        .satisfies(failed -> assertThat(failed.rule()).isEqualTo("vague"));
    assertFound(diagnosis);
  }

  @Test
  void text_that_fills_the_memory_is_left_out() throws Exception {
    Diagnosis diagnosis = diagnosisWith("greedy", "then\n    \"abc\".repeat( 1_000_000_000 );\n");
    assertThat(diagnosis.quarantined())
        .singleElement()
        .satisfies(failed -> assertThat(failed.rule()).isEqualTo("greedy"));
    assertFound(diagnosis);
  }

  @Test
  void consequence_that_does_not_end_is_named_and_left_behind() throws Exception {
    assertLeftBehind(
        "endless",
        """
            $mire : Mire()
        then
            $mire.crossed();
        """);
  }

  @Test
  void condition_that_does_not_end_is_named_and_left_behind() throws Exception {
    assertLeftBehind(
        "hopeless",
        """
            $mire : Mire()
            eval( $mire.crossed() )
        then
            insertLogical( new Detail( new Finding( "x", Subject.node("x") ), "k", "" ) );
        """);
  }

  private void assertLeftBehind(String rule, String rest) throws Exception {
    RuleBook book = bookWith(rule, rest.stripTrailing());
    Mire mire = Mire.closed();
    List<Fact> facts = new ArrayList<>(facts(book));
    facts.add(mire);
    RuleRun run = RuleRun.of(book.base(), facts, Duration.ofMillis(300));
    mire.drain();
    assertThat(run.failed())
        .hasValueSatisfying(failed -> assertThat(failed.rule()).isEqualTo(rule))
        .hasValueSatisfying(failed -> assertThat(failed.problem()).startsWith("did not end"));
  }

  /** One node has the name that sorts first, another the mark. */
  @Test
  void details_of_a_finding_come_from_one_firing() throws Exception {
    RuleBook book =
        bookWith(
            "details",
            """
            then
                Finding finding = new Finding( "x", Subject.node("x") );
                insertLogical( finding );
                insertLogical( new Detail( finding, "name", $node.name() ) );
                insertLogical( new Detail( finding, "mark", $node.name().equals( "s1" ) ? "z" : "a" ) );
            """
                .stripTrailing());
    SortedMap<String, String> details =
        RuleRun.of(book.base(), facts(book))
            .conclusions()
            .details()
            .of(new Finding("x", Subject.node("x")));
    assertThat(details).containsExactly(entry("mark", "a"), entry("name", "w1"));
  }

  @Test
  void order_of_the_facts_changes_nothing() throws Exception {
    List<Fact> facts = facts(RuleBook.builtIn());
    List<Fact> reversed = new ArrayList<>(facts);
    Collections.reverse(reversed);
    Diagnoser diagnoser = new Diagnoser(RuleBook.builtIn());
    assertThat(diagnoser.diagnose(reversed)).isEqualTo(diagnoser.diagnose(facts));
  }

  private static void assertFound(Diagnosis diagnosis) {
    assertThat(diagnosis.rootCauses())
        .extracting(cause -> cause.finding().cause())
        .contains("node-password-lost");
  }

  private Diagnosis diagnosisWith(String name, String rest) throws Exception {
    RuleBook book = bookWith(name, rest);
    return new Diagnoser(book).diagnose(facts(book));
  }

  private RuleBook bookWith(String name, String rest) throws Exception {
    Path rules = Files.createDirectories(folder.resolve("rules/observations"));
    Files.writeString(
        rules.resolve(name + ".drl"),
        """
        package my.observations;

        import io.kwhy.fact.Mire;
        import io.kwhy.fact.cluster.Node;
        import io.kwhy.inference.Detail;
        import io.kwhy.inference.Finding;
        import io.kwhy.inference.Subject;

        rule "seed"
        when
            Node( name == "w1" )
        then
            insertLogical( new Detail( new Finding( "seed", Subject.node("x") ), "k", "" ) );
        end

        rule "%s"
        when
            $node : Node()
        %s
        end
        """
            .formatted(name, rest));
    return RuleBook.load(
        Optional.empty(), List.of(folder.resolve("rules")), folder.resolve("cache"));
  }

  private static List<Fact> facts(RuleBook rules) throws Exception {
    try (Bundle bundle = BundleReader.read(List.of(SAMPLE))) {
      return new FactReader(rules.signals(), Captures::fits).read(bundle);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
