package io.kwhy.serve;

import com.sun.net.httpserver.HttpServer;
import io.kwhy.bundle.Bundle;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A bundle's API on loopback, until it is closed. */
public final class ApiServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads;

  private ApiServer(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * Starts serving.
   *
   * @param port 0 for any that is free
   */
  public static ApiServer start(Bundle bundle, int port) throws IOException {
    // Taken from the system only. Without it the end of an answer waits 40 ms for the client's
    // sign.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    ExecutorService threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "kwhy-serve");
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(threads);
    server.createContext("/", new ApiHandler(bundle));
    server.start();
    return new ApiServer(server, threads);
  }

  /** Where it listens. */
  public String url() {
    return "http://127.0.0.1:" + port();
  }

  /** The port on which it listens. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** A kubeconfig for it. */
  public String kubeconfig() {
    return """
        apiVersion: v1
        kind: Config
        clusters:
        - name: bundle
          cluster:
            server: %s
        contexts:
        - name: bundle
          context:
            cluster: bundle
            user: bundle
        current-context: bundle
        users:
        - name: bundle
          user: {}
        """
        .formatted(url());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
