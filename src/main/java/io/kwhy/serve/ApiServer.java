package io.kwhy.serve;

import com.sun.net.httpserver.HttpServer;
import io.kwhy.bundle.Bundle;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A bundle's API on loopback, until it is closed. */
public final class ApiServer implements AutoCloseable {
  /** As many requests are answered at once; others wait. */
  private static final int THREADS = 64;

  private static final long IDLE_SECONDS = 30;

  /** How those threads are called, with the port behind it. */
  static final String THREAD = "kwhy-serve-";

  /**
   * What the JDK's server takes from the system only, before the first is made. Without the first
   * the end of an answer waits 40 ms for the client's sign; the others are seconds in which a
   * request has to be there and an answer has to be taken, and connections at once, so that clients
   * that hang hold up no others.
   */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "sun.net.httpserver.nodelay", "true",
          "sun.net.httpserver.maxReqTime", "30",
          "sun.net.httpserver.maxRspTime", "600",
          "jdk.httpserver.maxConnections", "500");

  private final HttpServer server;
  private final ApiHandler handler;
  private final ExecutorService threads;

  private ApiServer(HttpServer server, ApiHandler handler, ExecutorService threads) {
    this.server = server;
    this.handler = handler;
    this.threads = threads;
  }

  /**
   * Starts serving.
   *
   * @param port 0 for any that is free
   */
  public static ApiServer start(Bundle bundle, int port) throws IOException {
    SETTINGS.forEach(System::setProperty);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, THREAD + server.getAddress().getPort());
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
    server.setExecutor(threads);
    ApiHandler handler = new ApiHandler(bundle);
    server.createContext("/", handler);
    server.start();
    return new ApiServer(server, handler, threads);
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
    handler.close();
    threads.shutdownNow();
  }
}
