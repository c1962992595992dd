package io.kwhy.fact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {

  @ParameterizedTest
  @CsvSource({
    "abc, abc, 0",
    "'', abc, 3",
    "server, sever, 1",
    "server, serve, 1",
    "server, servor, 1",
    "cidr, cdir, 1",
    "kitten, sitting, 3"
  })
  void letters_that_are_put_in_taken_out_replaced_or_swapped_count_one(
      String one, String other, int distance) {
    assertThat(EditDistance.between(one, other)).isEqualTo(distance);
    assertThat(EditDistance.between(other, one)).isEqualTo(distance);
  }

  @Test
  @Timeout(60)
  void words_longer_than_any_name_are_not_held_against_each_other_letter_by_letter() {
    String one = "a".repeat(400_000);
    String other = "b".repeat(300_000);

    assertThat(EditDistance.between(one, other)).isEqualTo(400_000);
    assertThat(EditDistance.between(one, "a".repeat(400_000))).isZero();
  }
}
