package io.kwhy.fact;

import static org.assertj.core.api.Assertions.assertThat;

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
}
