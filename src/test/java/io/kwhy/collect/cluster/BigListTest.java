package io.kwhy.collect.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.Entry;
import io.kwhy.bundle.draft.Draft;
import io.kwhy.bundle.reading.BundleReader;
import io.kwhy.collect.FakeApi;
import io.kwhy.collect.access.Access;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** What a list holds in memory that is larger than what may be held. */
@Tag("slow")
@Isolated("measures the heap, which all tests share")
class BigListTest {
  private static final Instant NOW = Instant.parse("2026-11-23T05:49:46Z");

  @TempDir private Path folder;
  private Draft original;
  private Bundle bundle;
  private FakeApi api;

  @BeforeEach
  void cluster() throws Exception {
    original = new Draft("k3s", NOW);
    original.add("cluster/version.json", "{\"gitVersion\":\"v1.36.3+k3s1\"}");
    original.add("cluster/readyz.txt", "ok\n");
    bundle = BundleReader.of("original", original.entries());
    api = FakeApi.of(bundle);
  }

  @AfterEach
  void close() throws IOException {
    api.close();
    bundle.close();
    original.close();
  }

  /**
   * 100 MB in 200 pages: what is held at a time is an object, and what does not fit is put aside.
   */
  @Test
  void list_of_100_megabytes_needs_no_more_memory_than_one_of_ten() throws Exception {
    int pages = 200;
    String filler = "x".repeat(1_000);
    StringBuilder items = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      items
          .append(i == 0 ? "" : ",")
          .append("{\"metadata\":{\"name\":\"e\",\"namespace\":\"default\"},\"message\":\"")
          .append(filler)
          .append("\"}");
    }
    AtomicInteger asked = new AtomicInteger();
    api.with(
        exchange -> {
          if (!exchange.getRequestURI().getPath().equals("/api/v1/events")) {
            return false;
          }
          int page = asked.incrementAndGet();
          FakeApi.answer(
              exchange,
              200,
              "{\"kind\":\"EventList\",\"apiVersion\":\"v1\",\"metadata\":{\"continue\":\""
                  + (page < pages ? "next" + page : "")
                  + "\"},\"items\":["
                  + items
                  + "]}");
          return true;
        });

    try (Draft draft = new Draft("k3s", NOW);
        ClusterCollector collector = collector(draft)) {
      System.gc();
      long before = used();
      assertThat(collector.collect()).isTrue();
      System.gc();

      Entry events =
          draft.entries().stream()
              .filter(entry -> entry.path().equals("cluster/events.json"))
              .findFirst()
              .orElseThrow();
      assertThat(events.size()).isGreaterThan(100_000_000);
      assertThat(used() - before).isLessThan(80_000_000);
    }
    assertThat(asked).hasValue(pages);
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private ClusterCollector collector(Draft draft) throws Exception {
    return ClusterCollector.of(
        new Access.Wanted(api.kubeconfig(folder).toString(), "", "", List.of()),
        Map.of(),
        draft,
        Duration.ofSeconds(60));
  }
}
