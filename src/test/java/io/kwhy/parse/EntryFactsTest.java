package io.kwhy.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.Entry;
import io.kwhy.bundle.Source;
import io.kwhy.fact.Fact;
import io.kwhy.fact.Gap;
import io.kwhy.fact.Origin;
import java.io.InputStream;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EntryFactsTest {
  private static final String PATH = "nodes/w1/commands/uname.txt";

  @Test
  void entry_of_something_else_gives_few_gaps_and_the_number_of_the_others() {
    List<Gap> gaps = gapsOf((input, facts) -> tell(facts, 1_000_000)).gaps();

    assertThat(gaps).hasSize(EntryFacts.MAX_GAPS + 1);
    assertThat(gaps.get(0)).isEqualTo(new Gap(new Origin(PATH, 1), "found nonsense"));
    assertThat(gaps.get(EntryFacts.MAX_GAPS))
        .isEqualTo(
            new Gap(
                new Origin(PATH, EntryFacts.MAX_GAPS + 1),
                "and 999980 more problems from here on"));
  }

  @Test
  void as_many_gaps_as_are_kept_have_no_number_behind_them() {
    assertThat(gapsOf((input, facts) -> tell(facts, EntryFacts.MAX_GAPS)).gaps())
        .hasSize(EntryFacts.MAX_GAPS)
        .extracting(Gap::problem)
        .containsOnly("found nonsense");
  }

  @Test
  void parser_that_fails_leaves_a_gap_and_what_it_told_before() {
    EntryFacts facts =
        gapsOf(
            (input, told) -> {
              told.gap(7, "found nonsense");
              throw new IllegalStateException("secret");
            });

    assertThat(facts.gaps())
        .extracting(Gap::problem)
        .containsExactly(
            "found nonsense",
            "could not be read to its end, by a fault of kwhy: IllegalStateException");
    assertThat(facts.complete()).isFalse();
  }

  private static void tell(Facts facts, int times) {
    IntStream.rangeClosed(1, times).forEach(line -> facts.gap(line, "found nonsense"));
  }

  private static EntryFacts gapsOf(Parser parser) {
    Entry entry = new Entry(PATH, 0, InputStream::nullInputStream);
    return EntryFacts.of(new Input(Source.UNAME, "w1", entry, Fact.UNKNOWN_TIME), parser);
  }
}
