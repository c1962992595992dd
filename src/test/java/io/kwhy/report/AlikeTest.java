package io.kwhy.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.diagnosis.Diagnosis.RootCause;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AlikeTest {
  private static List<RootCause> onNodes(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> Samples.about("w" + i, Map.of("node", "w" + i)).rootCauses().get(0))
        .toList();
  }

  @Test
  void few_of_one_cause_stand_alone() {
    assertThat(Alike.of(onNodes(3))).hasSize(3).allMatch(alike -> alike.others().isEmpty());
  }

  @Test
  void many_of_one_cause_are_one_block_where_the_first_stood() {
    RootCause other = Samples.everything().rootCauses().get(1);
    List<RootCause> causes = Stream.of(onNodes(500), List.of(other)).flatMap(List::stream).toList();

    List<Alike> blocks = Alike.of(causes);

    assertThat(blocks).hasSize(2);
    assertThat(blocks.get(0).first()).isEqualTo(causes.get(0));
    assertThat(blocks.get(0).otherSubjects()).hasSize(499).contains("node/w499");
    assertThat(blocks.get(0).explains()).hasSize(500);
    assertThat(blocks.get(1).first()).isEqualTo(other);
  }
}
