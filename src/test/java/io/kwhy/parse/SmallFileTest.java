package io.kwhy.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.Entry;
import io.kwhy.bundle.Source;
import io.kwhy.fact.Fact;
import io.kwhy.fact.Gap;
import io.kwhy.fact.Origin;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class SmallFileTest {
  private static final String PATH = "nodes/w1/files/etc/rancher/k3s/config.yaml";

  @Test
  void what_is_larger_than_such_a_file_can_be_is_cut_and_told() {
    assertThat(gaps(SmallFile.MAX_BYTES + 1))
        .containsExactly(
            new Gap(new Origin(PATH, 0), "is larger than 1048576 bytes; the rest was not read"));
  }

  @Test
  void file_of_just_the_largest_size_is_whole() {
    assertThat(gaps(SmallFile.MAX_BYTES)).isEmpty();
  }

  private static List<Gap> gaps(int size) {
    Entry entry = new Entry(PATH, size, () -> new ByteArrayInputStream(new byte[size]));
    Input input = new Input(Source.K3S_CONFIG, "w1", entry, Fact.UNKNOWN_TIME);
    return EntryFacts.of(
            input,
            (read, facts) ->
                assertThat(SmallFile.bytes(read, facts))
                    .hasSize(Math.min(size, SmallFile.MAX_BYTES)))
        .gaps();
  }
}
