package io.kwhy;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.Entry;
import io.kwhy.bundle.Layout;
import io.kwhy.bundle.Manifest;
import io.kwhy.bundle.Source;
import io.kwhy.diagnosis.Diagnoser;
import io.kwhy.diagnosis.Models;
import io.kwhy.fact.Captured;
import io.kwhy.fact.Fact;
import io.kwhy.fact.Gap;
import io.kwhy.fact.node.MachineId;
import io.kwhy.parse.FactReader;
import io.kwhy.rule.RuleBook;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An entry of each source of the table, damaged in many ways: nothing is thrown, nothing hangs,
 * what is damaged does not count as captured, and the rest is used. {@code -Dkwhy.seed=N} tries
 * other damage.
 */
@Tag("slow")
@Timeout(value = 300, threadMode = ThreadMode.SEPARATE_THREAD)
@Order(1)
class HostileEvidenceTest {
  private static final long SEED = Long.getLong("kwhy.seed", 20261125);

  /**
   * What all rules of a host cost twenty times over, each packet walked through all of them,
   * without the optimising compiler; what has no end is far beyond.
   */
  private static final Duration BOUND = Duration.ofSeconds(40);

  private static final int LARGEST = 20_000;
  private static final Path SAMPLES = Path.of("facts-samples");
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final String WITNESS = "nodes/witness/files/etc/machine-id";

  /** For each source the entry of the samples that says most. */
  private static final Map<Source, Entry> OF_SOURCE = new EnumMap<>(Source.class);

  private static final FactReader READER = new FactReader(RuleBook.builtIn().signals());

  @BeforeAll
  static void findSamples() throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        Path below = SAMPLES.relativize(file);
        if (below.getNameCount() > 2 && Files.size(file) <= LARGEST) {
          String path = below.subpath(1, below.getNameCount()).toString();
          byte[] content = Files.readAllBytes(file);
          Layout.place(path).ifPresent(place -> keep(place.source(), entry(path, content)));
        }
      }
    }
  }

  private static void keep(Source source, Entry sample) {
    OF_SOURCE.merge(source, sample, (one, other) -> one.size() >= other.size() ? one : other);
  }

  @Test
  void samples_have_nearly_all_sources() {
    assertThat(OF_SOURCE.size()).isGreaterThan(Source.values().length * 2 / 3);
  }

  @ParameterizedTest
  @EnumSource(Damage.class)
  void no_damage_to_an_entry_throws_or_hides_the_rest(Damage damage) throws Exception {
    for (Map.Entry<Source, Entry> each : OF_SOURCE.entrySet()) {
      Entry sample = each.getValue();
      if (damage.fits(sample.path())) {
        byte[] damaged = damaged(damage, each.getKey(), sample);
        List<Fact> facts =
            facts(each.getKey() + " " + damage, List.of(entry(sample.path(), damaged)));
        assertThat(facts)
            .as("%s %s", each.getKey(), damage)
            .anyMatch(fact -> fact instanceof MachineId id && id.node().equals("witness"));
        if (damage == Damage.CUT && sample.path().endsWith(".json")) {
          assertIsIncomplete(facts, each.getKey(), sample.path());
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Damage.class)
  void rules_bear_what_is_left(Damage damage) throws Exception {
    List<Entry> damaged = new ArrayList<>();
    for (Map.Entry<Source, Entry> each : OF_SOURCE.entrySet()) {
      Entry sample = each.getValue();
      damaged.add(
          damage.fits(sample.path())
              ? entry(sample.path(), damaged(damage, each.getKey(), sample))
              : sample);
    }
    List<Fact> facts = facts(damage.name(), damaged);
    assertThat(Diagnoser.once(RuleBook.builtIn(), facts).quarantined()).isEmpty();
  }

  private static void assertIsIncomplete(List<Fact> facts, Source source, String path) {
    assertThat(facts)
        .as("%s cut", source)
        .noneMatch(
            fact -> fact instanceof Captured captured && captured.source().equals(source.id()))
        .anyMatch(fact -> fact instanceof Gap gap && gap.origin().entry().equals(path));
  }

  private static byte[] damaged(Damage damage, Source source, Entry sample) throws IOException {
    try (InputStream in = sample.open()) {
      Random random = new Random(SEED + (damage + source.id()).hashCode());
      return damage.done(in.readAllBytes(), random);
    }
  }

  private static List<Fact> facts(String what, List<Entry> samples) {
    List<Entry> entries = new ArrayList<>(samples);
    byte[] witness = "0123456789abcdef0123456789abcdef\n".getBytes(StandardCharsets.UTF_8);
    entries.add(entry(WITNESS, witness));
    long start = processorTime();
    Bundle bundle =
        new Bundle("x", new Manifest(1, "k3s", NOW, new TreeMap<>()), entries, List.of(), () -> {});
    Optional<List<Fact>> facts;
    try {
      facts = Optional.of(READER.read(bundle));
      assertThat(facts.get())
          .as(what)
          .noneMatch(fact -> fact instanceof Gap gap && gap.problem().contains("a fault of kwhy"));
      assertThat(Models.completed(facts.get()).failed()).as(what).isEmpty();
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError(what, e);
    }
    assertThat(Duration.ofNanos(processorTime() - start)).as(what).isLessThan(BOUND);
    return facts.get();
  }

  /** Of this thread: other tests run beside. What waits without end is ended by the timeout. */
  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static Entry entry(String path, byte[] content) {
    return new Entry(path, content.length, () -> new ByteArrayInputStream(content));
  }
}
