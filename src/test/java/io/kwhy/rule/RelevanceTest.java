package io.kwhy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import io.kwhy.fact.node.Hostname;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That what is left out would conclude nothing is held against every sample by SamplesTest. */
class RelevanceTest {
  private static final List<Fact> HOSTNAME =
      List.of(new Hostname("w1", "web", Origin.of("nodes/w1/files/etc/hostname")));

  private static RuleEntry rule(String name, List<Requirement> requires, List<Yield> yields) {
    return new RuleEntry(
        name, RuleEntry.Kind.CAUSES, "", "my.drl", 1, "", "my", List.of(), requires, yields);
  }

  private static List<String> relevant(RuleEntry... rules) {
    return Relevance.relevant(List.of(rules), HOSTNAME, RelevanceTest.class.getClassLoader())
        .stream()
        .sorted()
        .toList();
  }

  private static Requirement hostname(String value) {
    return new Requirement(Hostname.class.getName(), "name", List.of(value));
  }

  private static Requirement symptom(String id) {
    return new Requirement("io.kwhy.inference.Symptom", "id", List.of(id));
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
                rule(
                    "field",
                    List.of(new Requirement(Hostname.class.getName(), "colour", List.of("red"))),
                    List.of())))
        .containsExactly("fact", "field");
  }
}
