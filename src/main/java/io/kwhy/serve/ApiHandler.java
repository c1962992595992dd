package io.kwhy.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.Entry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers what clients ask of the API of the cluster that a bundle was made of; only gets. */
public final class ApiHandler implements HttpHandler {
  private static final int LONGEST_WATCH_SECONDS = 300;

  private static final String NO_SCHEMAS =
      "a bundle has no schemas: nothing in it can be explained or applied";

  private final Bundle bundle;
  private final Objects objects;
  private final Discovery discovery;
  private final Lists lists;
  private final PodLogs logs;

  /**
   * @param bundle that stays open as long as this is used
   */
  public ApiHandler(Bundle bundle) {
    this.bundle = bundle;
    this.objects = new Objects(bundle);
    this.discovery = new Discovery(objects);
    this.lists = new Lists(objects, new Tables(bundle.manifest().collectedAt()));
    this.logs = new PodLogs(bundle);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      Query query = Query.of(exchange.getRequestURI());
      if (exchange.getRequestMethod().equals("GET") && query.is("watch")) {
        watch(exchange, query);
      } else {
        send(exchange, answer(exchange, query, body));
      }
    }
  }

  private Answer answer(HttpExchange exchange, Query query, byte[] body) throws IOException {
    String method = exchange.getRequestMethod();
    if (method.equals("GET")) {
      List<String> accept = exchange.getRequestHeaders().getOrDefault("Accept", List.of());
      return answer(query, String.join(",", accept));
    }
    Optional<Answer> review =
        method.equals("POST") ? Reviews.answer(query.path(), body) : Optional.empty();
    return review.orElseGet(
        () -> Answer.refusal(405, "MethodNotAllowed", "a bundle cannot be changed"));
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", answer.type());
    exchange.sendResponseHeaders(
        answer.code(), answer.body().length == 0 ? -1 : answer.body().length);
    exchange.getResponseBody().write(answer.body());
  }

  /** Nothing ever changes in a bundle: a watch hears nothing until it ends. */
  private static void watch(HttpExchange exchange, Query query) throws IOException {
    if (query.is("sendInitialEvents")) {
      // Newer clients wait for a list as events, and ask for a plain list where there are none.
      send(
          exchange,
          Answer.refusal(422, "Invalid", "sendInitialEvents: a list is had by listing only"));
      return;
    }
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, 0);
    exchange.getResponseBody().flush();
    int wanted = query.number("timeoutSeconds");
    int seconds = wanted == 0 ? LONGEST_WATCH_SECONDS : Math.min(wanted, LONGEST_WATCH_SECONDS);
    try {
      Thread.sleep(seconds * 1_000L);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The answer to a request. */
  private Answer answer(Query query, String accept) throws IOException {
    List<String> path = query.path();
    String first = path.isEmpty() ? "" : path.get(0);
    return switch (first) {
      case "" -> Answer.json(Tree.object("paths", List.of("/api", "/apis", "/version", "/readyz")));
      case "version" -> version();
      case "readyz", "livez", "healthz" ->
          entry("cluster/readyz.txt", "text/plain")
              .orElseGet(() -> Answer.text(200, "ok".getBytes(StandardCharsets.UTF_8)));
      case "api" ->
          path.size() == 1 ? core(accept) : group("", path.subList(1, path.size()), query, accept);
      case "apis" ->
          path.size() == 1
              ? groups(accept)
              : group(path.get(1), path.subList(2, path.size()), query, accept);
      case "openapi" ->
          // The one refusal of which kubectl shows the words here, too.
          Answer.text(406, NO_SCHEMAS.getBytes(StandardCharsets.UTF_8));
      default -> Answer.notFound("the server could not find the requested resource");
    };
  }

  private Answer core(String accept) {
    return accept.contains("as=APIGroupDiscoveryList")
        ? aggregated(true, accept)
        : Answer.json(Discovery.coreVersions());
  }

  private Answer groups(String accept) {
    return accept.contains("as=APIGroupDiscoveryList")
        ? aggregated(false, accept)
        : Answer.json(discovery.groupList());
  }

  private Answer aggregated(boolean core, String accept) {
    String form = accept.contains("v=v2;") || accept.contains("v=v2,") ? "v2" : "v2beta1";
    return new Answer(
        200,
        "application/json;g=apidiscovery.k8s.io;v=" + form + ";as=APIGroupDiscoveryList",
        Tree.write(discovery.aggregated(core, form)));
  }

  /** As the server gave it, or as kubectl tells it beside its own. */
  private Answer version() throws IOException {
    Optional<Answer> kept = entry("cluster/version.json", "application/json");
    try {
      Object version =
          kept.isEmpty() ? Map.of() : Tree.read(new ByteArrayInputStream(kept.get().body()));
      if (!Tree.text(version, "gitVersion").isEmpty()) {
        return kept.get();
      }
      if (!Tree.text(version, "serverVersion", "gitVersion").isEmpty()
          && version instanceof Map<?, ?> both) {
        return Answer.json(both.get("serverVersion"));
      }
    } catch (JsonProcessingException e) {
      // The Nodes know it, too.
      return Answer.json(objects.version());
    }
    return Answer.json(objects.version());
  }

  /**
   * @param rest version, perhaps a namespace, resource, perhaps a name
   */
  private Answer group(String group, List<String> rest, Query query, String accept)
      throws IOException {
    if (rest.isEmpty()) {
      return Answer.notFound("the server could not find the requested resource");
    }
    String version = rest.get(0);
    if (rest.size() == 1) {
      List<Object> resources = discovery.resources(group, version);
      return resources.isEmpty()
          ? Answer.notFound("the server could not find the requested resource")
          : Answer.json(
              Discovery.resourceList(group.isEmpty() ? version : group + "/" + version, resources));
    }
    boolean within = rest.get(1).equals("namespaces") && rest.size() > 3;
    String namespace = within ? rest.get(2) : "";
    List<String> names = rest.subList(within ? 3 : 1, rest.size());
    if (within && names.size() == 3 && names.get(0).equals("pods") && names.get(2).equals("log")) {
      return logs.answer(namespace, names.get(1), query);
    }
    Optional<Kind> kind = objects.kind(group, names.get(0));
    if (kind.isEmpty() || names.size() > 2) {
      return Answer.notFound("the server could not find the requested resource");
    }
    String name = names.size() == 2 ? names.get(1) : "";
    return lists.answer(new Lists.Wanted(kind.get(), version, namespace, name), query, accept);
  }

  private Optional<Answer> entry(String path, String type) throws IOException {
    for (Entry entry : bundle.entries()) {
      if (entry.path().equals(path)) {
        return Optional.of(new Answer(200, type, entry.open().readAllBytes()));
      }
    }
    return Optional.empty();
  }
}
