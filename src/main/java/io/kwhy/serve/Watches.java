package io.kwhy.serve;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Watches that are open. Nothing ever changes in a bundle, so they hear nothing until they end, and
 * need no thread. The oldest ends where there are too many: clients begin anew.
 */
final class Watches implements AutoCloseable {
  /** K9s keeps some thirty open. */
  static final int MOST = 200;

  private static final int LONGEST_SECONDS = 300;

  private final Deque<HttpExchange> open = new ArrayDeque<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "kwhy-serve-watches");
            thread.setDaemon(true);
            return thread;
          });

  /** Keeps one open, as long as it wants but not for ever; 0 seconds are no wish. */
  void keep(HttpExchange exchange, int wantedSeconds) throws IOException {
    int seconds = wantedSeconds == 0 ? LONGEST_SECONDS : Math.min(wantedSeconds, LONGEST_SECONDS);
    HttpExchange oldest;
    // Before the client hears of it, so that what it opens afterwards is younger.
    synchronized (open) {
      open.add(exchange);
      oldest = open.size() > MOST ? open.poll() : null;
    }
    if (oldest != null) {
      oldest.close();
    }
    try {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().flush();
    } catch (IOException e) {
      end(exchange);
      throw e;
    }
    // Nobody waits for it: to close an exchange throws nothing.
    var unused = clock.schedule(() -> end(exchange), seconds, TimeUnit.SECONDS);
  }

  private void end(HttpExchange exchange) {
    synchronized (open) {
      open.remove(exchange);
    }
    exchange.close();
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
