package io.kwhy.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class NamePartsTest {

  @Test
  void what_several_names_share_distinguishes_none() {
    NameParts parts = NameParts.of(Stream.of("shop-cart", "shop-web", "shop-web", "shop"));

    assertThat(parts.distinguishing("shop-cart")).containsExactly("cart");
    assertThat(parts.distinguishing("shop-web")).containsExactly("web");
    assertThat(parts.distinguishing("shop")).containsExactly("shop");
  }

  @Test
  @Timeout(60)
  void each_of_very_many_names_is_held_against_all_at_once() {
    NameParts parts = NameParts.of(IntStream.range(0, 100_000).mapToObj(i -> "shop-" + i + "-web"));

    assertThat(IntStream.range(0, 100_000))
        .allMatch(
            i -> parts.distinguishing("shop-" + i + "-web").equals(Set.of(Integer.toString(i))));
  }
}
