package io.kwhy.rule.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.rule.contents.Requirement;
import io.kwhy.rule.contents.Yield;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class YieldReaderTest {
  private static final DrlFile.Pattern NODE =
      new DrlFile.Pattern(
          "io.kwhy.fact.cluster.Node",
          "",
          3,
          DrlFile.Need.SOME,
          Optional.of(Requirement.of("io.kwhy.fact.cluster.Node")));

  private static List<Yield> conclusions(String consequence) {
    DrlFile.Rule rule =
        new DrlFile.Rule("disk-full", 1, 9, List.of(), List.of(NODE), consequence, 5);
    return List.copyOf(YieldReader.of(rule));
  }

  @Test
  void id_is_the_first_argument() {
    assertThat(conclusions("insertLogical( new Symptom( \"node-not-ready\", $subject ) );"))
        .containsExactly(new Yield("Symptom", "node-not-ready"));
  }

  @Test
  void name_of_the_rule_is_an_id() {
    assertThat(conclusions("insertLogical( new Finding( drools.getRule().getName(), $of ) );"))
        .containsExactly(new Yield("Finding", "disk-full"));
  }

  @Test
  void any_id_where_it_is_no_fixed_text() {
    assertThat(conclusions("insertLogical( new Symptom( $id, $subject ) );"))
        .containsExactly(new Yield("Symptom", Yield.ANY));
  }

  @Test
  void what_a_variable_holds_is_told_where_it_is_made() {
    assertThat(conclusions("Finding found = new Finding( \"a\", $of ); insertLogical( found );"))
        .containsExactly(new Yield("Finding", "a"));
  }

  @Test
  void what_a_factory_gives_is_of_its_type() {
    assertThat(conclusions("insertLogical( Listed.of( $finding ) );"))
        .containsExactly(new Yield("Listed", Yield.ANY));
  }

  @Test
  void what_was_matched_may_be_concluded_again() {
    assertThat(conclusions("insertLogical( $node );"))
        .containsExactly(new Yield("Node", Yield.ANY));
  }

  @Test
  void a_call_may_give_anything() {
    assertThat(conclusions("insertLogical( $node.other() );"))
        .containsExactly(new Yield(Yield.ANY, Yield.ANY));
  }

  @Test
  void comments_conclude_nothing() {
    assertThat(conclusions("// insertLogical( new Symptom( \"a\", $subject ) );")).isEmpty();
  }
}
