package io.kwhy.collect.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.draft.Draft;
import io.kwhy.bundle.reading.BundleReader;
import io.kwhy.collect.FakeApi;
import io.kwhy.collect.access.Access;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs of pods, where the kubelet of one of two nodes does not hand them out. */
class PodLogsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T05:49:46Z");
  private static final int ON_EACH = 30;

  @TempDir private Path folder;

  @Test
  void node_that_hands_out_no_logs_is_not_asked_for_all_of_them() throws Exception {
    AtomicInteger refused = new AtomicInteger();
    try (Draft original = cluster();
        Bundle bundle = BundleReader.of("original", original.entries());
        FakeApi api = FakeApi.of(bundle);
        Draft draft = new Draft("k3s", NOW)) {
      api.with(
          exchange -> {
            if (!exchange.getRequestURI().getPath().matches(".*/pods/w1-[0-9]+/log")) {
              return false;
            }
            refused.incrementAndGet();
            FakeApi.answer(exchange, 502, "{\"kind\":\"Status\",\"message\":\"no tunnel\"}");
            return true;
          });
      Access.Wanted wanted =
          new Access.Wanted(api.kubeconfig(folder).toString(), "", "", List.of());
      try (ClusterCollector collector = ClusterCollector.of(wanted, Map.of(), draft)) {
        assertThat(collector.collect()).isTrue();
      }

      assertThat(draft.entries().stream().filter(entry -> entry.path().startsWith("logs/")))
          .hasSize(ON_EACH)
          .allMatch(entry -> entry.path().startsWith("logs/kube-system/w2-"));
      assertThat(manifest(draft))
          .contains("no tunnel")
          .contains("not asked for: w1 did not hand out others");
      // Three tries of those that were on their way before it showed.
      assertThat(refused.get()).isBetween(9, 18);
    }
  }

  @Test
  void log_of_a_container_that_runs_again_since_a_moment_ago_is_read() throws Exception {
    try (Draft original = new Draft("k3s", NOW)) {
      original.add(
          "cluster/pods.json",
          "{\"kind\":\"PodList\",\"items\":["
              + again("lately", "2026-11-23T05:48:00Z")
              + ","
              + again("long-ago", "2026-11-23T05:28:00Z")
              + "]}");
      original.add("cluster/version.json", "{\"gitVersion\":\"v1.36.3+k3s1\"}");
      original.add("logs/apps/lately/c.log", "up\n");
      original.add("logs/apps/lately/c.previous.log", "no database\n");
      original.add("logs/apps/long-ago/c.log", "up\n");
      try (Draft draft = new Draft("k3s", NOW)) {
        collect(original, draft);

        assertThat(draft.text("logs/apps/lately/c.previous.log")).isEqualTo("no database\n");
        assertThat(draft.entries())
            .noneMatch(entry -> entry.path().startsWith("logs/apps/long-ago"));
      }
    }
  }

  /** Asks an API that has these objects and logs. */
  private void collect(Draft original, Draft draft) throws Exception {
    try (Bundle bundle = BundleReader.of("original", original.entries());
        FakeApi api = FakeApi.of(bundle)) {
      Access.Wanted wanted =
          new Access.Wanted(api.kubeconfig(folder).toString(), "", "", List.of());
      try (ClusterCollector collector = ClusterCollector.of(wanted, Map.of(), draft)) {
        assertThat(collector.collect()).isTrue();
      }
    }
  }

  @Test
  void logs_of_what_all_need_come_first_where_there_are_too_many() throws Exception {
    StringBuilder pods = new StringBuilder();
    for (int i = 0; i < 210; i++) {
      pods.append(waiting("apps", "web-" + i)).append(',');
    }
    pods.append(waiting("kube-system", "coredns-1"));
    try (Draft original = new Draft("k3s", NOW)) {
      original.add("cluster/pods.json", "{\"kind\":\"PodList\",\"items\":[" + pods + "]}");
      original.add("cluster/version.json", "{\"gitVersion\":\"v1.36.3+k3s1\"}");
      original.add("logs/kube-system/coredns-1/c.log", "plugin/loop\n");
      try (Draft draft = new Draft("k3s", NOW)) {
        collect(original, draft);

        assertThat(draft.text("logs/kube-system/coredns-1/c.log")).isEqualTo("plugin/loop\n");
        assertThat(manifest(draft)).contains("logs of 200 of 211 containers were read");
      }
    }
  }

  /** A container that is ready, after one that failed. */
  private static String again(String pod, String ended) {
    return "{\"metadata\":{\"namespace\":\"apps\",\"name\":\""
        + pod
        + "\"},\"spec\":{\"nodeName\":\"w1\"},\"status\":{\"containerStatuses\":[{\"name\":\"c\","
        + "\"ready\":true,\"restartCount\":3,\"state\":{\"running\":{}},\"lastState\":{\"terminated\":"
        + "{\"exitCode\":1,\"finishedAt\":\""
        + ended
        + "\"}}}]}}";
  }

  private static String waiting(String namespace, String name) {
    return "{\"metadata\":{\"name\":\"%s\",\"namespace\":\"%s\"},\"spec\":{\"containers\":[{\"name\":\"c\"}],\"nodeName\":\"w1\"},\"status\":{\"containerStatuses\":[{\"name\":\"c\",\"ready\":false,\"restartCount\":0,\"state\":{\"running\":{}}}]}}"
        .formatted(name, namespace);
  }

  private static Draft cluster() throws Exception {
    Draft draft = new Draft("k3s", NOW);
    StringBuilder pods = new StringBuilder();
    for (int i = 0; i < ON_EACH; i++) {
      for (String node : List.of("w1", "w2")) {
        String name = node + "-" + i;
        pods.append(pods.isEmpty() ? "" : ",")
            .append(
                "{\"metadata\":{\"name\":\"%s\",\"namespace\":\"kube-system\"},\"spec\":{\"containers\":[{\"name\":\"c\"}],\"nodeName\":\"%s\"},\"status\":{\"containerStatuses\":[{\"name\":\"c\",\"ready\":true,\"restartCount\":0,\"state\":{\"running\":{}}}]}}"
                    .formatted(name, node));
        draft.add("logs/kube-system/" + name + "/c.log", "hello\n");
      }
    }
    draft.add("cluster/pods.json", "{\"kind\":\"PodList\",\"items\":[" + pods + "]}");
    draft.add("cluster/version.json", "{\"gitVersion\":\"v1.36.3+k3s1\"}");
    return draft;
  }

  private static String manifest(Draft draft) throws Exception {
    return new String(
        draft.entries().stream()
            .filter(entry -> entry.path().equals("bundle.json"))
            .findFirst()
            .orElseThrow()
            .open()
            .readAllBytes(),
        StandardCharsets.UTF_8);
  }
}
