package io.kwhy.parse.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.fact.log.Literal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiteralSearchTest {

  private static BitSet search(LiteralSearch search, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] padded = Arrays.copyOf(bytes, bytes.length + LiteralSearch.SLACK);
    return search.all(padded, 0, bytes.length);
  }

  private static LiteralSearch of(String... literals) {
    return new LiteralSearch(
        Arrays.stream(literals).map(text -> new Literal(text, false)).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"abcd", "abcdefgh", "no such host", "a rather long literal of a signal"})
  void a_literal_is_found_at_any_place(String literal) {
    LiteralSearch search = of(literal);

    for (int before = 0; before < 64; before++) {
      for (String after : List.of("", "z", "zzzzzzzzzzzzzzzz")) {
        assertThat(search(search, "z".repeat(before) + literal + after).cardinality()).isOne();
      }
    }
  }

  @Test
  void literals_that_overlap_are_all_found() {
    LiteralSearch search = of("connection refused", "connection", "refused by peer", "nothing");

    assertThat(search(search, "dial: connection refused by peer")).hasToString("{0, 1, 2}");
  }

  @Test
  void a_literal_that_goes_on_behind_the_end_is_not_found() {
    byte[] text = "xxabcdefgh-and-slack".getBytes(StandardCharsets.UTF_8);

    assertThat(of("abcdefgh").all(text, 0, 9).isEmpty()).isTrue();
  }

  @Test
  void any_case_is_found_where_it_is_asked_for() {
    LiteralSearch search =
        new LiteralSearch(List.of(new Literal("Failed to", true), new Literal("Failed to", false)));

    assertThat(search(search, "it FAILED tO")).hasToString("{0}");
  }

  @Test
  void finds_what_a_plain_search_finds() {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      String text = letters(random, 400);
      int shortest = 4 + random.nextInt(12);
      List<Literal> literals =
          random.ints(12, 0, 300).mapToObj(at -> literal(random, text, at, shortest)).toList();

      BitSet found = search(new LiteralSearch(literals), text);

      for (int i = 0; i < literals.size(); i++) {
        assertThat(found.get(i)).isEqualTo(text.contains(literals.get(i).text()));
      }
    }
  }

  private static Literal literal(Random random, String text, int at, int shortest) {
    int length = shortest + random.nextInt(20);
    boolean fromText = random.nextBoolean();
    return new Literal(fromText ? text.substring(at, at + length) : letters(random, length), false);
  }

  private static String letters(Random random, int count) {
    StringBuilder text = new StringBuilder();
    random.ints(count, 0, 3).forEach(i -> text.append("abc".charAt(i)));
    return text.toString();
  }
}
