package io.kwhy.collect.pod;

import com.sun.net.httpserver.HttpExchange;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.kwhy.collect.FakeApi;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An API whose pods run, or do not, and say what a test wants; each name of a node has its own. */
final class FakePods implements FakeApi.Trouble {
  static final String HANGS = "hangs";
  static final String NO_IMAGE = "no-image";

  /** Where the pod may not enter what is the host's. */
  static final String KEEPS_OUT = "keeps-out";

  private static final String PATH = "/api/v1/namespaces/kube-system/pods";
  private static final String LOG =
      """
      #kwhy-node 1
      =hostname	%1$s
      @commands/hostname.txt
      |%1$s
      #end
      """;

  private final Map<String, Pod> pods = new ConcurrentHashMap<>();
  private final List<String> created = new CopyOnWriteArrayList<>();
  private final List<String> logs = new CopyOnWriteArrayList<>();

  @Override
  public boolean answers(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (!path.startsWith(PATH)) {
      return false;
    }
    switch (exchange.getRequestMethod()) {
      case "POST" -> create(exchange);
      case "DELETE" -> {
        boolean there = pods.remove(path.substring(PATH.length() + 1)) != null;
        FakeApi.answer(exchange, there ? 200 : 404, "{\"kind\":\"Status\"}");
      }
      default -> get(exchange, path.substring(PATH.length() + 1));
    }
    return true;
  }

  private void create(HttpExchange exchange) throws IOException {
    String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Pod pod = Serialization.unmarshal(text, Pod.class);
    created.add(text);
    pods.put(pod.getMetadata().getName(), pod);
    FakeApi.answer(exchange, 201, text);
  }

  private void get(HttpExchange exchange, String rest) throws IOException {
    boolean log = rest.endsWith("/log");
    Pod pod = pods.get(log ? rest.substring(0, rest.length() - "/log".length()) : rest);
    if (pod == null) {
      FakeApi.answer(exchange, 404, "{\"kind\":\"Status\",\"message\":\"not found\"}");
    } else if (log) {
      log(exchange, pod.getSpec().getNodeName());
    } else {
      FakeApi.answer(exchange, 200, "{\"status\":" + status(pod.getSpec().getNodeName()) + "}");
    }
  }

  private static String status(String node) {
    return node.equals(NO_IMAGE)
        ? "{\"phase\":\"Pending\",\"containerStatuses\":[{\"state\":{\"waiting\":{\"reason\":\"ErrImagePull\",\"message\":\"no such host\"}}}]}"
        : "{\"phase\":\"Running\",\"containerStatuses\":[{\"state\":{\"running\":{}}}]}";
  }

  private void log(HttpExchange exchange, String node) throws IOException {
    logs.add(node);
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      if (node.equals(KEEPS_OUT)) {
        out.write("nsenter: can't open '/proc/1/ns/ipc'\n".getBytes(StandardCharsets.UTF_8));
        return;
      }
      out.write(LOG.formatted(node).getBytes(StandardCharsets.UTF_8), 0, 30);
      out.flush();
      if (node.equals(HANGS)) {
        pause();
      }
      byte[] all = LOG.formatted(node).getBytes(StandardCharsets.UTF_8);
      out.write(all, 30, all.length - 30);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(60_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Of which images pods were made. */
  List<String> images() {
    return created.stream()
        .map(text -> Serialization.unmarshal(text, Pod.class))
        .map(pod -> pod.getSpec().getContainers().get(0).getImage())
        .toList();
  }

  /** Manifests as they were sent. */
  List<String> created() {
    return created;
  }

  /** Nodes whose logs were asked for. */
  List<String> logs() {
    return logs;
  }

  /** Names of pods that are there. */
  List<String> left() {
    return List.copyOf(pods.keySet());
  }
}
