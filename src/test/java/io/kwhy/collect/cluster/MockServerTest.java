package io.kwhy.collect.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.kwhy.bundle.draft.Draft;
import io.kwhy.collect.access.Access;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The collector against an API server that is not of our making. */
@Tag("slow")
class MockServerTest {
  private static final Logger SILENT = Logger.getLogger("io.fabric8.mockwebserver");

  @TempDir private Path folder;
  private KubernetesMockServer server;

  @BeforeEach
  void start() {
    SILENT.setLevel(Level.WARNING);
    server =
        new KubernetesMockServer(
            new Context(),
            new MockWebServer(),
            new HashMap<>(),
            new KubernetesCrudDispatcher(),
            /* useHttps= */ false);
    server.init();
  }

  @AfterEach
  void stop() {
    server.destroy();
  }

  @Test
  void what_is_there_is_read_and_what_secrets_hold_is_not_kept() throws Exception {
    create("nodes", "{'kind':'Node','metadata':{'name':'w1'}}");
    create(
        "namespaces/shop/pods",
        "{'kind':'Pod','metadata':{'name':'web','namespace':'shop'},'spec':{'nodeName':'w1'}}");
    create(
        "namespaces/shop/secrets",
        "{'kind':'Secret','metadata':{'name':'s','namespace':'shop'},'data':{'x':'Y2FuYXJ5'}}");
    String url = server.url("/");
    Path kubeconfig =
        Files.writeString(
            folder.resolve("config"),
            """
            apiVersion: v1
            kind: Config
            clusters: [{name: c, cluster: {server: "%s"}}]
            users: [{name: u, user: {token: t}}]
            contexts: [{name: x, context: {cluster: c, user: u}}]
            current-context: x
            """
                .formatted(url));
    Access.Wanted wanted = new Access.Wanted(kubeconfig.toString(), "", "", List.of());

    try (Draft draft = new Draft("k3s", Instant.EPOCH);
        ClusterCollector collector = ClusterCollector.of(wanted, Map.of(), draft)) {
      assertThat(collector.collect()).isTrue();

      assertThat(draft.text("cluster/nodes.json")).contains("\"w1\"");
      assertThat(draft.text("cluster/pods.json"))
          .contains("\"kind\" : \"Pod\"")
          .contains("\"nodeName\" : \"w1\"");
      assertThat(draft.text("cluster/secrets.json"))
          .contains("\"name\" : \"s\"")
          .doesNotContain("Y2FuYXJ5");
    }
  }

  private void create(String path, String object) throws Exception {
    String json = object.replace('\'', '"').replaceFirst("\\{", "{\"apiVersion\":\"v1\",");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url("/api/v1/" + path)))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
  }
}
