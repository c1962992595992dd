package io.kwhy.parse.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.kwhy.Captures;
import io.kwhy.bundle.Source;
import io.kwhy.fact.Fact;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real list of nodes, damaged at random but the same way each time. */
final class DamagedListTest {
  private static final String ENTRY = "cluster/nodes.json";
  private static final int TIMES = 500;

  private final Random random = new Random(20261123);
  private byte[] nodes = {};

  @BeforeEach
  void read_nodes_of_a_capture() {
    Path capture = Captures.dir().resolve("v136-host-off-w2-6m.tar.gz");
    nodes = Archive.files(capture, ENTRY::equals).get(ENTRY);
  }

  @Test
  void a_cut_list_tells_the_first_facts_of_the_whole_and_a_gap() {
    List<Fact> whole = Told.of(Source.NODES, nodes).facts;
    int end = new String(nodes, StandardCharsets.ISO_8859_1).lastIndexOf('}');

    for (int i = 0; i < TIMES; i++) {
      Told cut = Told.of(Source.NODES, Arrays.copyOf(nodes, random.nextInt(end)));

      assertThat(cut.facts).isEqualTo(whole.subList(0, cut.facts.size()));
      assertThat(cut.gaps).hasSize(1);
    }
  }

  @Test
  void flipped_bytes_make_no_more_facts_than_there_are_objects_and_never_an_exception() {
    for (int i = 0; i < TIMES; i++) {
      byte[] damaged = flipped(1 + random.nextInt(20));

      assertThatCode(() -> check(damaged)).doesNotThrowAnyException();
    }
  }

  private static void check(byte[] damaged) {
    Told told =
        Assertions.assertTimeout(Duration.ofSeconds(60), () -> Told.of(Source.NODES, damaged));
    long objects = 0;
    for (byte each : damaged) {
      objects += each == '{' ? 1 : 0;
    }
    assertThat((long) told.facts.size()).isLessThanOrEqualTo(objects);
  }

  private byte[] flipped(int bytes) {
    byte[] damaged = nodes.clone();
    for (int i = 0; i < bytes; i++) {
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
    }
    return damaged;
  }
}
