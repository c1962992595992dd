package io.kwhy.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.draft.Draft;
import io.kwhy.bundle.reading.BundleReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What asks may be anything that runs on this host, a page in its browser among it. */
@Timeout(value = 120, threadMode = SEPARATE_THREAD)
class HostileClientsTest {
  private static final String TABLE = "application/json;as=Table;v=v1;g=meta.k8s.io";

  private final HttpClient client = HttpClient.newHttpClient();
  private Draft draft;
  private Bundle bundle;
  private ApiServer server;

  @BeforeEach
  void serve() throws Exception {
    draft = new Draft("k3s", Instant.parse("2026-11-23T05:49:46Z"));
    draft.add(
        "cluster/pods.json",
        """
        {"items":[{"metadata":{"name":"a","labels":{"app":"one"}},
         "status":{"phase":"Running","containerStatuses":[{"restartCount":"many"}]}}]}
        """);
    draft.add(
        "cluster/jobs.batch.json",
        "{\"items\":[{\"metadata\":{\"name\":\"j\"},\"spec\":{\"parallelism\":1e99}}]}");
    draft.add(
        "cluster/services.json",
        "{\"items\":[{\"metadata\":{\"name\":\"s\"},\"spec\":{\"externalIPs\":[null]}}]}");
    draft.add(
        "cluster/persistentvolumes.json",
        "{\"items\":[{\"metadata\":{\"name\":\"v\"},\"spec\":{\"accessModes\":[null]}}]}");
    draft.add(
        "cluster/events.json", "{\"items\":[{\"metadata\":{\"name\":\"e\"},\"count\":1e999}]}");
    bundle = BundleReader.of("b", draft.entries());
    server = ApiServer.start(bundle, 0);
  }

  @AfterEach
  void close() throws IOException {
    server.close();
    bundle.close();
    draft.close();
  }

  private String get(String path, String accept) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url() + path)).header("Accept", accept).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private Socket send(String request) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
    return socket;
  }

  private String answerToHost(String host) throws IOException {
    try (Socket socket =
        send("GET /api HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")) {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:8080", "127.0.0.1", "127.0.0.1:1", "[::1]:6443", ""})
  void who_asks_under_a_name_of_loopback_is_answered(String host) throws Exception {
    assertThat(answerToHost(host)).startsWith("HTTP/1.1 200 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.example", "127.0.0.1.a.example", "localhost.a.example:80", "10.0.0.1"})
  void page_whose_name_leads_here_reads_nothing(String host) throws Exception {
    assertThat(answerToHost(host)).startsWith("HTTP/1.1 403 ").doesNotContain("APIVersions");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"app%3D+BLANKS+b%0Ac", "+BLANKS+%0A%00", "app+in+(BLANKSx)", "app%3DBLANKS%0A"})
  @Timeout(value = 60, threadMode = SEPARATE_THREAD)
  void selector_of_very_many_blanks_is_read_in_one_go(String selector) throws Exception {
    String path = "/api/v1/pods?labelSelector=" + selector.replace("BLANKS", "+".repeat(100_000));

    assertThat(get(path, "*/*")).startsWith("{");
  }

  @Test
  void selector_of_very_many_parts_is_one() throws Exception {
    String path = "/api/v1/pods?labelSelector=" + "app,".repeat(50_000);

    assertThat(get(path, "*/*")).contains("\"name\":\"a\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/pods",
        "/apis/batch/v1/jobs",
        "/api/v1/services",
        "/api/v1/persistentvolumes",
        "/api/v1/events"
      })
  void values_that_are_no_numbers_or_texts_do_not_cost_the_list(String path) throws Exception {
    assertThat(get(path, TABLE)).contains("\"rows\":[{\"cells\":[").endsWith("}");
    assertThat(get(path, "*/*")).doesNotContain("Infinity").contains("List");
  }

  @Test
  void question_without_end_is_refused() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(server.url() + "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews"))
            .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[(3 << 20) + 1]))
            .build();

    assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(413);
  }

  @Test
  void watches_take_no_threads_and_the_oldest_end() throws Exception {
    List<Socket> watches = new ArrayList<>();
    try {
      String watch =
          "GET /api/v1/pods?watch=1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      watches.add(send(watch));
      watches.get(0).getInputStream().read();
      for (int i = 0; i < Watches.MOST; i++) {
        watches.add(send(watch));
      }

      byte[] oldest = watches.get(0).getInputStream().readAllBytes();
      assertThat(new String(oldest, StandardCharsets.UTF_8)).endsWith("\r\n0\r\n\r\n");
      assertThat(
              Thread.getAllStackTraces().keySet().stream()
                  .filter(thread -> thread.getName().equals(ApiServer.THREAD + server.port())))
          .hasSizeLessThanOrEqualTo(64);
      assertThat(get("/version", "*/*")).contains("gitVersion");
    } finally {
      for (Socket watch : watches) {
        watch.close();
      }
    }
  }
}
