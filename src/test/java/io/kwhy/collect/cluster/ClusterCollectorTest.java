package io.kwhy.collect.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.Entry;
import io.kwhy.bundle.draft.Draft;
import io.kwhy.bundle.reading.BundleReader;
import io.kwhy.collect.FakeApi;
import io.kwhy.collect.access.Access;
import io.kwhy.collect.access.NoClusterException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading a cluster that pages, refuses, hangs and lies. */
@Tag("slow")
class ClusterCollectorTest {
  private static final Instant NOW = Instant.parse("2026-11-23T05:49:46Z");
  private static final int PODS = 1_200;
  private static final String EMPTY =
      "{\"apiVersion\":\"v1\",\"items\":[],\"kind\":\"List\",\"metadata\":{\"resourceVersion\":\"\"}}";

  @TempDir private Path folder;
  private Draft original;
  private Bundle bundle;
  private FakeApi api;

  /** Short only where nothing answers: on a busy machine an answer takes its time. */
  private Duration patience = Duration.ofSeconds(60);

  @BeforeEach
  void cluster() throws Exception {
    original = new Draft("k3s", NOW);
    StringBuilder pods = new StringBuilder("{\"apiVersion\":\"v1\",\"items\":[");
    for (int i = 0; i < PODS; i++) {
      pods.append(i == 0 ? "" : ",")
          .append(
              "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"p%d\",\"namespace\":\"%s\"},\"status\":{\"phase\":\"Running\",\"containerStatuses\":[{\"name\":\"c\",\"ready\":true,\"restartCount\":%d,\"state\":{\"running\":{}}}]}}"
                  .formatted(i, i < 2 ? "kube-system" : "default", i == 1 ? 3 : 0));
    }
    original.add(
        "cluster/pods.json",
        pods.append("],\"kind\":\"List\",\"metadata\":{\"resourceVersion\":\"\"}}").toString());
    original.add(
        "cluster/secrets.json",
        "{\"kind\":\"SecretList\",\"apiVersion\":\"v1\",\"items\":[{\"metadata\":{\"name\":\"s\",\"namespace\":\"default\"},\"data\":{\"x\":\"eA==\"}}]}");
    original.add("cluster/nodes.json", EMPTY);
    original.add("cluster/leases.coordination.k8s.io.json", EMPTY);
    original.add("cluster/version.json", "{\"gitVersion\":\"v1.36.3+k3s1\"}");
    original.add("cluster/readyz.txt", "ok\n");
    original.add("logs/kube-system/p0/c.log", "hello\n");
    original.add("logs/kube-system/p1/c.log", "again\n");
    original.add("logs/kube-system/p1/c.previous.log", "died\n");
    original.add("logs/default/p2/c.log", "nobody asks for it\n");
    bundle = BundleReader.of("original", original.entries());
    api = FakeApi.of(bundle);
  }

  @AfterEach
  void close() throws IOException {
    api.close();
    bundle.close();
    original.close();
  }

  @Test
  void same_cluster_comes_out_as_went_in() throws Exception {
    Map<String, String> captured = collected();

    for (Entry entry : bundle.entries()) {
      if (entry.path().startsWith("cluster/")) {
        assertThat(captured.get(entry.path()))
            .as(entry.path())
            .isEqualTo(new String(entry.open().readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    assertThat(captured)
        .containsEntry("logs/kube-system/p0/c.log", "hello\n")
        .containsEntry("logs/kube-system/p1/c.log", "again\n")
        .containsEntry("logs/kube-system/p1/c.previous.log", "died\n")
        .doesNotContainKey("logs/default/p2/c.log");
  }

  @Test
  void each_kind_is_listed_once_and_page_by_page() throws Exception {
    collected();

    assertThat(api.requests().stream().filter(request -> request.startsWith("/api/v1/pods")))
        .hasSize(3)
        .allMatch(request -> request.contains("limit=500"));
    assertThat(api.requests().stream().filter(request -> request.startsWith("/api/v1/nodes")))
        .hasSize(1);
    // Version, readiness, groups, five pages of four kinds and three logs; one for each kind of the
    // core that this cluster has not.
    assertThat(api.requests()).hasSizeLessThan(30).doesNotHaveDuplicates();
  }

  @Test
  void refused_kind_is_a_gap_that_names_the_permission() throws Exception {
    api.refusing("/api/v1/pods", 403).refusing("/api/v1/namespaces/default/pods", 403);
    api.refusing("/api/v1/nodes", 403);

    String gaps = collected().get("bundle.json");

    assertThat(gaps)
        .contains("needs permission to list pods in all namespaces")
        .contains("needs permission to list nodes");
  }

  @Test
  void reader_of_one_namespace_gets_that_and_it_counts_as_a_part() throws Exception {
    api.refusing("/api/v1/pods", 403);

    Map<String, String> captured = collected();

    assertThat(captured.get("cluster/pods.json")).contains("\"p2\"").doesNotContain("\"p0\"");
    assertThat(captured.get("bundle.json")).contains("only in part: namespace default");
  }

  @Test
  void list_that_expires_between_pages_is_read_again_in_one_piece() throws Exception {
    AtomicInteger pages = new AtomicInteger();
    api.with(
        exchange -> {
          String uri = exchange.getRequestURI().toString();
          if (uri.contains("/pods") && uri.contains("continue") && pages.incrementAndGet() == 2) {
            FakeApi.answer(exchange, 410, "{\"kind\":\"Status\",\"reason\":\"Expired\"}");
            return true;
          }
          return false;
        });

    String pods = collected().get("cluster/pods.json");

    assertThat(pods.split("\"metadata\" : \\{\\s+\"name\"", -1)).hasSize(PODS + 1);
  }

  @Test
  void busy_api_is_asked_again_when_it_says_so() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    long[] times = new long[3];
    api.with(
        exchange -> {
          if (!exchange.getRequestURI().getPath().equals("/api/v1/nodes")) {
            return false;
          }
          int count = asked.getAndIncrement();
          times[count] = System.nanoTime();
          if (count == 0) {
            exchange.getResponseHeaders().set("Retry-After", "1");
            FakeApi.answer(exchange, 429, "");
            return true;
          }
          return false;
        });

    assertThat(collected()).containsKey("cluster/nodes.json");
    assertThat(asked).hasValue(2);
    assertThat(Duration.ofNanos(times[1] - times[0])).isGreaterThan(Duration.ofMillis(900));
  }

  @Test
  void api_that_stays_broken_is_asked_three_times() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    api.with(
        exchange -> {
          if (!exchange.getRequestURI().getPath().equals("/api/v1/nodes")) {
            return false;
          }
          asked.incrementAndGet();
          FakeApi.answer(exchange, 503, "{\"kind\":\"Status\",\"message\":\"etcd is away\"}");
          return true;
        });

    assertThat(collected().get("bundle.json")).contains("HTTP 503: etcd is away");
    assertThat(asked).hasValue(3);
  }

  @Test
  void kind_that_hangs_garbage_and_a_list_that_breaks_off_are_gaps() throws Exception {
    api.with(
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          if (path.equals("/api/v1/nodes")) {
            pause();
            return true;
          }
          if (path.equals("/api/v1/secrets")) {
            FakeApi.answer(exchange, 200, "<html>no api</html>");
            return true;
          }
          if (path.startsWith("/apis/coordination")) {
            FakeApi.answer(
                exchange,
                200,
                "{\"kind\":\"LeaseList\",\"items\":[{\"metadata\":{\"name\":\"a\"}},{\"me");
            return true;
          }
          return false;
        });

    patience = Duration.ofSeconds(2);
    Map<String, String> captured = collected();

    assertThat(captured.get("bundle.json"))
        .contains("no answer in 2 s")
        .contains("\"cluster/secrets.json\"")
        .contains("only in part: it broke off");
    assertThat(captured.get("cluster/leases.coordination.k8s.io.json")).contains("\"a\"");
    assertThat(captured).containsKey("cluster/pods.json");
  }

  @Test
  void who_is_to_be_acted_as_is_told_to_the_api() throws Exception {
    List<String> users = new CopyOnWriteArrayList<>();
    api.with(
        exchange -> {
          users.add(
              exchange.getRequestHeaders().getFirst("Impersonate-User")
                  + " of "
                  + exchange.getRequestHeaders().get("Impersonate-Group"));
          return false;
        });
    Access.Wanted jane =
        new Access.Wanted(
            api.kubeconfig(folder).toString(), "", "jane", List.of("readers", "others"));
    try (Draft draft = new Draft("k3s", NOW);
        ClusterCollector collector = ClusterCollector.of(jane, Map.of(), draft)) {
      assertThat(collector.collect()).isTrue();
    }

    assertThat(users).isNotEmpty().containsOnly("jane of [readers, others]");
  }

  @Test
  void cluster_that_is_not_there_is_said_once() throws Exception {
    Path kubeconfig = api.kubeconfig(folder);
    api.close();

    try (Draft draft = new Draft("k3s", NOW);
        ClusterCollector collector = collector(kubeconfig, "", draft)) {
      assertThat(collector.collect()).isFalse();
      assertThat(text(draft, "bundle.json"))
          .contains("could not be asked")
          .doesNotContain("pods.json");
    }
  }

  @Test
  void login_that_is_not_accepted_is_said_once() throws Exception {
    List<String> asked = new CopyOnWriteArrayList<>();
    api.with(
        exchange -> {
          asked.add(exchange.getRequestURI().getPath());
          exchange.sendResponseHeaders(401, -1);
          exchange.close();
          return true;
        });
    try (Draft draft = new Draft("k3s", NOW);
        ClusterCollector collector = collector(api.kubeconfig(folder), "", draft)) {
      assertThat(collector.collect()).isFalse();
      assertThat(text(draft, "bundle.json")).contains("does not accept the login");
    }
    // The first questions are asked at once; a refusal takes back those that have not left yet.
    assertThat(asked).isNotEmpty().isSubsetOf("/version", "/apis", "/api/v1/pods");
  }

  @Test
  void unknown_context_and_missing_file_are_errors_that_tell_what_there_is() throws Exception {
    Path kubeconfig = api.kubeconfig(folder);
    try (Draft draft = new Draft("k3s", NOW)) {
      assertThatThrownBy(() -> collector(kubeconfig, "nope", draft))
          .isInstanceOf(NoClusterException.class)
          .hasMessage("--context: expected one of fake, other, found nope");
      assertThatThrownBy(() -> collector(folder.resolve("none"), "", draft))
          .isInstanceOf(NoClusterException.class)
          .hasMessageContaining("expected a kubeconfig in");
      Path broken = Files.writeString(folder.resolve("broken"), "a: [b\n");
      assertThatThrownBy(() -> collector(broken, "", draft)).isInstanceOf(NoClusterException.class);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "cluster: fake, | cluster: none, | context fake: expected as cluster one of fake, found none",
        "user: me} | user: you} | context fake: expected as user one of me, found you",
        "{token: t} | {exec: {apiVersion: client.authentication.k8s.io/v1, command: /no/login}}"
            + " | expected a token or a certificate from /no/login for the user me, got none",
        "{token: t} | {client-certificate: me.crt, client-key: me.key} | expected a client-certificate in"
      })
  void login_that_is_not_there_is_an_error(String text, String other, String told)
      throws Exception {
    Path kubeconfig = api.kubeconfig(folder);
    Files.writeString(kubeconfig, Files.readString(kubeconfig).replace(text, other));

    try (Draft draft = new Draft("k3s", NOW)) {
      assertThatThrownBy(() -> collector(kubeconfig, "fake", draft))
          .isInstanceOf(NoClusterException.class)
          .hasMessageContaining(told);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(6_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Map<String, String> collected() throws Exception {
    try (Draft draft = new Draft("k3s", NOW);
        ClusterCollector collector = collector(api.kubeconfig(folder), "", draft)) {
      assertThat(collector.collect()).isTrue();
      Map<String, String> texts = new TreeMap<>();
      for (Entry entry : draft.entries()) {
        texts.put(entry.path(), new String(entry.open().readAllBytes(), StandardCharsets.UTF_8));
      }
      return texts;
    }
  }

  private static String text(Draft draft, String path) throws IOException {
    for (Entry entry : draft.entries()) {
      if (entry.path().equals(path)) {
        return new String(entry.open().readAllBytes(), StandardCharsets.UTF_8);
      }
    }
    return "";
  }

  private ClusterCollector collector(Path kubeconfig, String context, Draft draft)
      throws NoClusterException {
    return ClusterCollector.of(
        new Access.Wanted(kubeconfig.toString(), context, "", List.of()),
        Map.of(),
        draft,
        patience);
  }
}
