package io.kwhy.rule.selection;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import io.kwhy.fact.node.Hostname;
import io.kwhy.rule.contents.Requirement;
import io.kwhy.rule.contents.RuleEntry;
import io.kwhy.rule.contents.Yield;
import io.kwhy.rule.file.RuleKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That what is left out would conclude nothing is held against every sample by SamplesTest. */
class RelevanceTest {
  private static final String TYPE = Hostname.class.getName();
  private static final Origin ORIGIN = Origin.of("nodes/w1/files/etc/hostname");

  private static final List<Fact> HOSTNAME = List.of(new Hostname("w1", "web", ORIGIN));

  private static RuleEntry rule(String name, List<Requirement> requires, List<Yield> yields) {
    return new RuleEntry(
        name, RuleKind.CAUSES, "", "my.drl", 1, "", "my", List.of(), requires, yields);
  }

  private static List<String> relevant(RuleEntry... rules) {
    return Relevance.relevant(List.of(rules), HOSTNAME, Fact.class.getName()::equals).stream()
        .sorted()
        .toList();
  }

  private static Requirement.Field field(String name, String value) {
    return new Requirement.Field(name, true, List.of(value));
  }

  private static Requirement.Field not(String name, String value) {
    return new Requirement.Field(name, false, List.of(value));
  }

  private static Requirement hostname(String value) {
    return Requirement.of(TYPE, field("name", value));
  }

  private static Requirement symptom(String id) {
    return Requirement.of("io.kwhy.inference.Symptom", field("id", id));
  }

  @Test
  void rule_needs_a_fact_with_such_a_value() {
    assertThat(
            relevant(
                rule("web", List.of(hostname("web")), List.of()),
                rule("db", List.of(hostname("db")), List.of())))
        .containsExactly("web");
  }

  @Test
  void rule_needs_a_fact_without_such_a_value() {
    assertThat(
            relevant(
                rule("same", List.of(Requirement.of(TYPE, not("name", "web"))), List.of()),
                rule("other", List.of(Requirement.of(TYPE, not("name", "db"))), List.of())))
        .containsExactly("other");
  }

  @Test
  void all_that_is_asked_of_a_fact_is_asked_of_one() {
    Requirement mixed = Requirement.of(TYPE, field("node", "w1"), field("name", "db"));
    Requirement one = Requirement.of(TYPE, field("node", "w2"), field("name", "db"));
    List<Fact> facts = List.of(HOSTNAME.get(0), new Hostname("w2", "db", ORIGIN));
    assertThat(
            Relevance.relevant(
                List.of(
                    rule("mixed", List.of(mixed), List.of()), rule("one", List.of(one), List.of())),
                facts,
                type -> false))
        .containsExactly("one");
  }

  @Test
  void conclusion_by_another_name_will_do_where_one_is_excluded() {
    Requirement other = Requirement.of("io.kwhy.inference.Symptom", not("id", "slow"));
    assertThat(
            relevant(
                rule("other", List.of(other), List.of()),
                rule("slow", List.of(hostname("web")), List.of(new Yield("Symptom", "slow")))))
        .containsExactly("slow");
  }

  @Test
  void rule_needs_what_another_concludes() {
    assertThat(
            relevant(
                rule("cause", List.of(symptom("slow")), List.of()),
                rule("other", List.of(symptom("down")), List.of()),
                rule("slow", List.of(hostname("web")), List.of(new Yield("Symptom", "slow")))))
        .containsExactly("cause", "slow");
  }

  @Test
  void rules_that_only_feed_each_other_stay_out() {
    assertThat(
            relevant(
                rule("a", List.of(symptom("b")), List.of(new Yield("Symptom", "a"))),
                rule("b", List.of(symptom("a")), List.of(new Yield("Symptom", "b")))))
        .isEmpty();
  }

  @Test
  void interface_and_unknown_field_may_be_anything() {
    assertThat(
            relevant(
                rule("fact", List.of(Requirement.of(Fact.class.getName())), List.of()),
                rule("field", List.of(Requirement.of(TYPE, field("colour", "red"))), List.of())))
        .containsExactly("fact", "field");
  }
}
