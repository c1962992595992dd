package io.kwhy.collect.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.Entry;
import io.kwhy.bundle.draft.Draft;
import io.kwhy.bundle.reading.BundleReader;
import io.kwhy.collect.FakeApi;
import io.kwhy.collect.access.Access;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An API server that does not want to be read. */
@Timeout(value = 120, threadMode = SEPARATE_THREAD)
class HostileApiTest {
  private static final Instant NOW = Instant.parse("2026-11-23T05:49:46Z");
  private static final String POD =
      "{\"metadata\":{\"name\":\"%s\",\"namespace\":\"%s\"},\"spec\":{\"nodeName\":\"w1\"},\"status\":{\"containerStatuses\":[{\"name\":\"%s\",\"restartCount\":1,\"state\":{\"running\":{}}}]}}";

  @TempDir private Path folder;

  private void collect(Draft draft, FakeApi api) throws Exception {
    Access.Wanted wanted = new Access.Wanted(api.kubeconfig(folder).toString(), "", "", List.of());
    try (ClusterCollector collector = ClusterCollector.of(wanted, Map.of(), draft)) {
      assertThat(collector.collect()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"same", "%d"})
  void list_whose_pages_do_not_end_is_one_in_part(String token) throws Exception {
    AtomicInteger pages = new AtomicInteger();
    try (Draft original = new Draft("k3s", NOW);
        Bundle bundle = BundleReader.of("original", original.entries());
        FakeApi api = FakeApi.of(bundle);
        Draft draft = new Draft("k3s", NOW)) {
      api.with(
          exchange -> {
            if (!exchange.getRequestURI().getPath().equals("/api/v1/pods")) {
              return false;
            }
            String next = token.formatted(pages.incrementAndGet());
            FakeApi.answer(
                exchange, 200, "{\"metadata\":{\"continue\":\"" + next + "\"},\"items\":[]}");
            return true;
          });

      collect(draft, api);

      assertThat(gaps(draft)).contains("only in part: it broke off: expected its end");
      assertThat(pages.get()).isLessThan(100);
    }
  }

  @Test
  void names_that_lead_elsewhere_do_not_cost_the_look() throws Exception {
    try (Draft original = new Draft("k3s", NOW)) {
      String pods =
          String.join(
              ",",
              POD.formatted("good", "default", "c"),
              POD.formatted("../../../escaped", "default", "c"),
              POD.formatted("p", "d f", "c"),
              POD.formatted("p", "default", "c&follow=true"));
      original.add("cluster/pods.json", "{\"items\":[" + pods + "]}");
      original.add("logs/default/good/c.log", "hello\n");
      try (Bundle bundle = BundleReader.of("original", original.entries());
          FakeApi api = FakeApi.of(bundle);
          Draft draft = new Draft("k3s", NOW)) {
        collect(draft, api);

        assertThat(draft.text("logs/default/good/c.log")).isEqualTo("hello\n");
        assertThat(draft.entries().stream().map(Entry::path)).noneMatch(it -> it.contains(".."));
        assertThat(api.requests()).noneMatch(request -> request.contains("follow"));
        assertThat(gaps(draft)).contains("found others; 3 logs were not asked for");
      }
    }
  }

  private static String gaps(Draft draft) throws Exception {
    draft.entries();
    return draft.text("bundle.json");
  }
}
