package io.kwhy;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.reading.BundleReader;
import io.kwhy.diagnosis.Diagnoser;
import io.kwhy.diagnosis.Diagnosis;
import io.kwhy.fact.Fact;
import io.kwhy.fact.cluster.Lease;
import io.kwhy.parse.FactReader;
import io.kwhy.rule.RuleBook;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A host that was refused for its token and is Ready now, with the start in between missing from
 * its log. Without its lease nothing says that the refusals are over.
 */
final class WorksAgainTest {
  @Test
  void old_refusals_count_only_while_there_is_no_later_sign_of_life() throws Exception {
    RuleBook rules = RuleBook.builtIn();
    List<Fact> facts;
    try (Bundle bundle =
        BundleReader.read(List.of(Path.of("src/test/resources/io/kwhy/works-again")))) {
      facts = new FactReader(rules.signals()).read(bundle);
    }
    Diagnosis alive = Diagnoser.once(rules, facts);
    Diagnosis silent =
        Diagnoser.once(rules, facts.stream().filter(fact -> !(fact instanceof Lease)).toList());

    assertThat(alive.verdict()).isEqualTo(Diagnosis.Verdict.HEALTHY);
    assertThat(alive.progress()).isEmpty();
    assertThat(silent.rootCauses())
        .extracting(cause -> cause.finding().cause())
        .containsExactly("token-wrong");
  }
}
