package io.kwhy.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.draft.Draft;
import io.kwhy.bundle.reading.BundleReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiHandlerTest {
  private static final String PODS =
      """
      {"apiVersion":"v1","kind":"List","items":[
       {"apiVersion":"v1","kind":"Pod","metadata":{"name":"a","namespace":"x","labels":{"app":"one","tier":"web"}},"spec":{"nodeName":"n1","containers":[{},{}]},
        "status":{"phase":"Running","containerStatuses":[{"ready":true,"restartCount":2},{"ready":false,"restartCount":1,"state":{"waiting":{"reason":"CrashLoopBackOff"}}}]}},
       {"apiVersion":"v1","kind":"Pod","metadata":{"name":"b","namespace":"x","labels":{"app":"two"}},"spec":{"nodeName":"n2"},"status":{"phase":"Pending"}},
       {"apiVersion":"v1","kind":"Pod","metadata":{"name":"c","namespace":"y"},"status":{"phase":"Running"}}]}
      """;

  private final HttpClient client = HttpClient.newHttpClient();
  @TempDir private Path folder;
  private Draft draft;
  private Bundle bundle;
  private ApiServer server;

  @BeforeEach
  void serve() throws Exception {
    draft = new Draft("k3s", Instant.parse("2026-11-23T05:49:46Z"));
    draft.add("cluster/pods.json", PODS);
    draft.add("cluster/version.json", "{\"gitVersion\":\"v1.36.3+k3s1\"}");
    draft.add("cluster/deployments.apps.json", "{\"items\":[]}");
    draft.add("logs/x/a/c.log", "1\n2\n3\n");
    bundle = BundleReader.of("b", draft.entries());
    server = ApiServer.start(bundle, 0);
  }

  @AfterEach
  void close() throws IOException {
    server.close();
    bundle.close();
    draft.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /api/v1/pods                                        | a b c
          /api/v1/namespaces/x/pods                           | a b
          /api/v1/pods?labelSelector=app%3Done                | a
          /api/v1/pods?labelSelector=app!%3Done               | b c
          /api/v1/pods?labelSelector=app+in+(one,two),tier    | a
          /api/v1/pods?labelSelector=app+notin+(one)          | b c
          /api/v1/pods?labelSelector=!app                     | c
          /api/v1/pods?fieldSelector=spec.nodeName%3Dn2       | b
          /api/v1/pods?fieldSelector=status.phase!%3DRunning  | b
          /api/v1/pods?limit=2                                | a b
          /api/v1/pods?limit=2&continue=Mg%3D%3D              | c
          /apis/apps/v1/deployments                           | ''
          """)
  void list_holds_what_was_asked_for(String path, String names) throws Exception {
    Object list = Tree.read(get(path, "application/json").body());

    assertThat(Tree.list(list, "items").stream().map(item -> Tree.text(item, "metadata", "name")))
        .containsExactly(names.isEmpty() ? new String[0] : names.split(" ", -1));
    assertThat(Tree.text(list, "kind")).endsWith("List").isNotEqualTo("List");
  }

  @Test
  void table_shows_what_kubectl_shows() throws Exception {
    Object table =
        Tree.read(
            get("/api/v1/namespaces/x/pods", "application/json;as=Table;v=v1;g=meta.k8s.io")
                .body());

    List<?> row = Tree.list(Tree.list(table, "rows").get(0), "cells");
    assertThat(row.subList(0, 4).toString()).isEqualTo("[a, 1/2, CrashLoopBackOff, 3]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"gitVersion\":\"v1.36.3+k3s1\"} | v1.36.3+k3s1",
        "{\"clientVersion\":{\"gitVersion\":\"v1.9.9\"},\"serverVersion\":{\"gitVersion\":\"v1.36.3+k3s1\"}} | v1.36.3+k3s1",
        "{\"clientVersion\":{\"gitVersion\":\"v1.9.9\"}} | v1.10.2+k3s1",
        "`` | v1.10.2+k3s1"
      })
  void version_is_the_servers_or_else_the_newest_of_the_nodes(String kept, String told)
      throws Exception {
    try (Draft other = new Draft("k3s", Instant.EPOCH)) {
      if (!kept.isEmpty()) {
        other.add("cluster/version.json", kept);
      }
      other.add(
          "cluster/nodes.json",
          """
          {"items":[{"status":{"nodeInfo":{"kubeletVersion":"v1.9.8+k3s1"}}},
          {"status":{"nodeInfo":{"kubeletVersion":"v1.10.2+k3s1"}}}]}
          """);
      try (Bundle without = BundleReader.of("b", other.entries());
          ApiServer api = ApiServer.start(without, 0)) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api.url() + "/version")).build();
        String answer = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        assertThat(answer).contains(told).doesNotContain("v1.9.9");
      }
    }
  }

  @Test
  void discovery_in_both_forms_names_the_same_kinds() throws Exception {
    Object groups = Tree.read(get("/apis", "application/json").body());
    HttpResponse<InputStream> aggregated =
        get(
            "/apis",
            "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json");

    assertThat(Tree.text(Tree.list(groups, "groups").get(0), "name")).isEqualTo("apps");
    assertThat(aggregated.headers().firstValue("Content-Type").orElse(""))
        .contains("as=APIGroupDiscoveryList");
    Object group = Tree.list(Tree.read(aggregated.body()), "items").get(0);
    assertThat(Tree.text(group, "metadata", "name")).isEqualTo("apps");
  }

  @Test
  void log_gives_its_last_lines() throws Exception {
    assertThat(text(get("/api/v1/namespaces/x/pods/a/log?tailLines=2&container=c", "*/*")))
        .isEqualTo("2\n3\n");
    assertThat(text(get("/api/v1/namespaces/x/pods/a/log?tailLines=0", "*/*"))).isEmpty();
    assertThat(text(get("/api/v1/namespaces/x/pods/a/log?tailLines=9&limitBytes=3", "*/*")))
        .isEqualTo("1\n2");
    assertThat(get("/api/v1/namespaces/x/pods/b/log", "*/*").statusCode()).isEqualTo(400);
  }

  @Test
  void log_without_times_gives_none_and_is_not_cut_by_one() throws Exception {
    String log = "/api/v1/namespaces/x/pods/a/log";

    assertThat(text(get(log + "?timestamps=true&tailLines=2", "*/*")))
        .isEqualTo("0001-01-01T00:00:00Z 2\n0001-01-01T00:00:00Z 3\n");
    assertThat(text(get(log + "?timestamps=true&sinceSeconds=60", "*/*"))).endsWith("Z 3\n");
    assertThat(text(get(log + "?sinceSeconds=3600", "*/*"))).contains("have no times");
    assertThat(get(log + "?sinceTime=2026-01-01T00%3A00%3A00Z", "*/*").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "labelSelector=app+in, unable to parse requirement",
    "labelSelector=a%20b, unable to parse requirement",
    "fieldSelector=spec.nodename%3Dn2, field label not supported: spec.nodename",
    "fieldSelector=spec.nodeName, invalid selector"
  })
  void what_selects_nothing_that_there_is_is_refused(String selector, String told)
      throws Exception {
    HttpResponse<InputStream> answer = get("/api/v1/pods?" + selector, "application/json");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Tree.text(Tree.read(answer.body()), "message")).contains(told);
  }

  @Test
  void rows_hold_as_much_of_their_objects_as_is_asked_for() throws Exception {
    String table = "application/json;as=Table;v=v1;g=meta.k8s.io";

    Object whole =
        Tree.list(Tree.read(get("/api/v1/pods?includeObject=Object", table).body()), "rows").get(0);
    Object bare =
        Tree.list(Tree.read(get("/api/v1/pods?includeObject=None", table).body()), "rows").get(0);
    Object usual = Tree.list(Tree.read(get("/api/v1/pods", table).body()), "rows").get(0);

    assertThat(Tree.text(whole, "object", "spec", "nodeName")).isEqualTo("n1");
    assertThat(Tree.map(bare, "object")).isEmpty();
    assertThat(Tree.text(usual, "object", "kind")).isEqualTo("PartialObjectMetadata");
  }

  /** Without their kind, as within a list that was had from the API by hand. */
  @Test
  void objects_say_what_they_are() throws Exception {
    try (Draft other = new Draft("k3s", Instant.EPOCH)) {
      other.add("cluster/jobs.batch.json", "{\"items\":[{\"metadata\":{\"name\":\"j\"}}]}");
      try (Bundle without = BundleReader.of("b", other.entries());
          ApiServer api = ApiServer.start(without, 0)) {
        URI uri = URI.create(api.url() + "/apis/batch/v1/jobs");
        String answer =
            client
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        assertThat(answer).contains("{\"apiVersion\":\"batch/v1\",\"kind\":\"Job\",\"metadata\"");
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {"`{\"items\":[{\"metadata\":{\"name\":\"j`", "`[]`", "`{\"items\":7}`", "``"})
  void damaged_list_is_told_and_not_taken_for_an_empty_one(String list) throws Exception {
    Path file = folder.resolve("b/cluster/jobs.batch.json");
    Files.createDirectories(file.getParent());
    Files.writeString(file, list);
    try (Bundle damaged = BundleReader.read(List.of(folder.resolve("b")));
        ApiServer api = ApiServer.start(damaged, 0)) {
      HttpRequest jobs =
          HttpRequest.newBuilder(URI.create(api.url() + "/apis/batch/v1/jobs")).build();
      HttpRequest groups = HttpRequest.newBuilder(URI.create(api.url() + "/apis")).build();

      HttpResponse<String> answer = client.send(jobs, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body()).contains("cluster/jobs.batch.json: expected");
      assertThat(client.send(groups, HttpResponse.BodyHandlers.ofString()).body())
          .contains("\"batch\"");
    }
  }

  @Test
  void watch_does_not_promise_a_list_as_events() throws Exception {
    String watch = "/api/v1/pods?watch=true&allowWatchBookmarks=true&sendInitialEvents=true";

    assertThat(get(watch, "application/json").statusCode()).isEqualTo(422);
  }

  @ParameterizedTest
  @CsvSource({"list, true", "watch, true", "delete, false", "'', false"})
  void who_asks_may_read_and_not_change(String verb, boolean may) throws Exception {
    String json = "{\"spec\":{\"resourceAttributes\":{\"verb\":\"" + verb + "\"}}}";
    byte[] attributes = field(1, field(2, verb.getBytes(StandardCharsets.UTF_8)));
    byte[] type = field(1, field(1, "authorization.k8s.io/v1".getBytes(StandardCharsets.UTF_8)));
    byte[] raw = field(2, field(2, attributes));
    byte[] binary = joined(new byte[] {'k', '8', 's', 0}, joined(type, raw));

    for (byte[] body : List.of(json.getBytes(StandardCharsets.UTF_8), binary)) {
      Object review = post("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", body);
      assertThat(Tree.at(review, "status", "allowed")).isEqualTo(may);
      assertThat(Tree.text(review, "kind")).isEqualTo("SelfSubjectAccessReview");
    }
  }

  @Test
  void damaged_question_is_answered_with_no() throws Exception {
    for (String body : List.of("", "{", "[]", "k8s\0\u0012\u007f", "k8s\0\u0007")) {
      Object review =
          post(
              "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
              body.getBytes(StandardCharsets.UTF_8));
      assertThat(Tree.at(review, "status", "allowed")).isEqualTo(false);
    }
  }

  private Object post(String path, byte[] body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url() + path))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    return Tree.read(client.send(request, HttpResponse.BodyHandlers.ofInputStream()).body());
  }

  /** A field of a message in binary form. */
  private static byte[] field(int number, byte[] value) {
    return joined(new byte[] {(byte) (number << 3 | 2), (byte) value.length}, value);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/pods/../nope",
    "/api/v1/namespaces/x/pods/none",
    "/apis/nope/v1",
    "/apis/apps/v7",
    "/nope",
    "/api/v1/nodes"
  })
  void what_is_not_there_is_not_found(String path) throws Exception {
    HttpResponse<InputStream> answer = get(path, "application/json");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(Tree.text(Tree.read(answer.body()), "kind")).isEqualTo("Status");
  }

  @ParameterizedTest
  @CsvSource({
    "secrets,                        application/json",
    "secrets/w1.node-password.k3s,   application/json",
    "secrets?includeObject=Object,   application/json;as=Table;v=v1;g=meta.k8s.io"
  })
  void what_a_secret_holds_is_not_served(String path, String accept) throws Exception {
    Path sample = Path.of("facts-samples/duplicate-hostname");
    String kept = Files.readString(sample.resolve("cluster/secrets.json"));
    String hash = kept.replaceFirst("(?s).*\"hash\": \"([^\"]+)\".*", "$1");
    server.close();
    try (Bundle password = BundleReader.read(List.of(sample))) {
      server = ApiServer.start(password, 0);

      String answer = text(get("/api/v1/namespaces/kube-system/" + path, accept));

      assertThat(hash).hasSizeGreaterThan(100);
      assertThat(answer).contains("w1.node-password.k3s").doesNotContain(hash);
    }
  }

  @Test
  void nothing_can_be_changed() throws Exception {
    HttpRequest delete =
        HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/namespaces/x/pods/a"))
            .DELETE()
            .build();

    assertThat(client.send(delete, HttpResponse.BodyHandlers.discarding()).statusCode())
        .isEqualTo(405);
  }

  private HttpResponse<InputStream> get(String path, String accept) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url() + path)).header("Accept", accept).build();
    return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
  }

  private static String text(HttpResponse<InputStream> response) throws IOException {
    return new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
  }
}
