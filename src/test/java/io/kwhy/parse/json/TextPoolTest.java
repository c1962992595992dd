package io.kwhy.parse.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TextPoolTest {
  private final TextPool pool = new TextPool();

  private String word(String text) {
    return pool.of(("<" + text + ">").toCharArray(), 1, text.length());
  }

  @Test
  void equal_texts_are_one_string() {
    assertThat(word("kube-system")).isEqualTo("kube-system").isSameAs(word("kube-system"));
    assertThat(word("")).isEmpty();
  }

  /** Of one end and length, so of one slot: the two that were seen last are held. */
  @Test
  void texts_of_one_slot_keep_apart() {
    String end = "-and-an-end-of-some-length-and-more";
    List<String> seen = new ArrayList<>();
    for (String start : List.of("one", "out", "off")) {
      seen.add(word(start + end));
      assertThat(seen.get(seen.size() - 1)).isEqualTo(start + end);
    }
    assertThat(word("out" + end)).isSameAs(seen.get(1));
    assertThat(word("off" + end)).isSameAs(seen.get(2));
    assertThat(word("one" + end)).isEqualTo("one" + end).isNotSameAs(seen.get(0));
  }

  @Test
  void texts_are_their_own_whatever_was_read_before() {
    for (int i = 0; i < 200_000; i++) {
      String text = "pod-" + i * 7919L % 100_003;
      assertThat(word(text).equals(text)).as(text).isTrue();
    }
  }

  @Test
  void long_texts_are_not_held() {
    String prose = "a".repeat(257);
    assertThat(word(prose)).isEqualTo(prose).isNotSameAs(word(prose));
  }

  @Test
  void equal_maps_are_one() {
    SortedMap<String, String> one = new TreeMap<>();
    one.put("app", "web");
    assertThat(pool.of(one)).isEqualTo(one).isSameAs(pool.of(new TreeMap<>(one)));
  }
}
