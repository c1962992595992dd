package io.kwhy.parse.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.kwhy.bundle.Source;
import io.kwhy.parse.Parsed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What real hosts said, cut off, overwritten and shuffled: the same damage in each run. */
class GarbledCapturesTest {

  private static final int SAMPLES = 3;
  private static final int DAMAGES = 100;
  private static final List<String> SPLINTERS =
      List.of(
          "999999999999999999999",
          "\u0000",
          "\u00e9\ud83d\ude00",
          "\n\n",
          "\"",
          "{\"a\":[",
          "]",
          "-",
          ":",
          "/",
          "=",
          "\t",
          " ",
          "%",
          "users:((",
          "nexthop via",
          "sh: 1: not found\n");

  @Test
  void no_damage_makes_a_parser_throw() throws IOException {
    Random random = new Random(20261123);
    Map<Source, Integer> samples = new EnumMap<>(Source.class);
    for (CapturedEntry entry : CapturedEntry.all()) {
      if (samples.merge(entry.source(), 1, Integer::sum) <= SAMPLES) {
        for (int damage = 0; damage < DAMAGES; damage++) {
          parses(entry, damaged(entry.content(), random));
        }
      }
    }
  }

  private static void parses(CapturedEntry entry, byte[] damaged) {
    assertThatCode(() -> Parsed.of(entry.source(), entry.path(), damaged).texts())
        .as(() -> entry + ":\n" + new String(damaged, UTF_8))
        .doesNotThrowAnyException();
  }

  private static byte[] damaged(byte[] content, Random random) {
    byte[] damaged = content;
    for (int times = 1 + random.nextInt(4); times > 0; times--) {
      damaged = damagedOnce(damaged, random);
    }
    return damaged;
  }

  private static byte[] damagedOnce(byte[] content, Random random) {
    int from = random.nextInt(content.length + 1);
    int to = from + random.nextInt(content.length - from + 1);
    return switch (random.nextInt(5)) {
      case 0 -> Arrays.copyOf(content, from);
      case 1 -> joined(content, from, new byte[] {(byte) random.nextInt(256)}, from);
      case 2 -> joined(content, from, new byte[0], Math.min(content.length, from + 5));
      case 3 -> joined(content, from, splinter(random), from);
      default -> joined(content, to, new byte[0], from);
    };
  }

  private static byte[] splinter(Random random) {
    return SPLINTERS.get(random.nextInt(SPLINTERS.size())).getBytes(UTF_8);
  }

  /** The content up to a place, something, and the content from another place on. */
  private static byte[] joined(byte[] content, int to, byte[] between, int from) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(content, 0, to);
    out.writeBytes(between);
    out.write(content, from, content.length - from);
    return out.toByteArray();
  }
}
