package io.kwhy.collect;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.kwhy.bundle.Bundle;
import io.kwhy.serve.ApiHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The API of a bundle's cluster that counts what it is asked, and fails as a test wants it. */
public final class FakeApi implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Trouble> troubles = new CopyOnWriteArrayList<>();

  /** Something else than the right answer; whether it has answered. */
  @FunctionalInterface
  public interface Trouble {
    boolean answers(HttpExchange exchange) throws IOException;
  }

  private FakeApi(HttpServer server) {
    this.server = server;
  }

  public static FakeApi of(Bundle bundle) throws IOException {
    // Read once by a JVM, as in ApiServer: else each answer waits 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    FakeApi fake = new FakeApi(server);
    ApiHandler right = new ApiHandler(bundle);
    server.setExecutor(fake.threads);
    server.createContext(
        "/",
        exchange -> {
          fake.requests.add(exchange.getRequestURI().toString());
          for (Trouble trouble : fake.troubles) {
            if (trouble.answers(exchange)) {
              return;
            }
          }
          right.handle(exchange);
        });
    server.start();
    return fake;
  }

  public FakeApi with(Trouble trouble) {
    troubles.add(trouble);
    return this;
  }

  /** Refuses what begins with that path. */
  public FakeApi refusing(String path, int code) {
    return with(
        exchange -> {
          if (!exchange.getRequestURI().getPath().startsWith(path)) {
            return false;
          }
          answer(
              exchange, code, "{\"kind\":\"Status\",\"message\":\"not so\",\"code\":" + code + "}");
          return true;
        });
  }

  public static void answer(HttpExchange exchange, int code, String body) throws IOException {
    try (exchange) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  /** All paths with their parameters, in the order they came. */
  public List<String> requests() {
    return requests;
  }

  /** A kubeconfig for it in a folder. */
  public Path kubeconfig(Path folder) throws IOException {
    String text =
        """
        apiVersion: v1
        kind: Config
        clusters: [{name: fake, cluster: {server: "http://127.0.0.1:%d"}}]
        users: [{name: me, user: {token: t}}]
        contexts:
        - {name: fake, context: {cluster: fake, user: me}}
        - {name: other, context: {cluster: fake, user: me, namespace: team}}
        current-context: fake
        """;
    return Files.writeString(
        folder.resolve("kubeconfig"), text.formatted(server.getAddress().getPort()));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
