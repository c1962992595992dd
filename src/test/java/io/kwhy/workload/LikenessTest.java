package io.kwhy.workload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {

  @ParameterizedTest
  @CsvSource({
    "shop, shopp, true",
    "shop, Shop, true",
    "web, web-frontend, true",
    "api, db, false",
    "shop, '', false",
    "accelerator, acelerator, true",
    "blue, green, false"
  })
  void a_letter_or_two_off_or_a_part_is_close(String one, String other, boolean close) {
    assertThat(Likeness.close(one, other)).isEqualTo(close);
    assertThat(Likeness.close(other, one)).isEqualTo(close);
  }
}
