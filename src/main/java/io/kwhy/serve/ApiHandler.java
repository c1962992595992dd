package io.kwhy.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.kwhy.bundle.Bundle;
import java.io.IOException;
import java.util.List;

/** Answers what clients ask of the API of the cluster that a bundle was made of; only gets. */
public final class ApiHandler implements HttpHandler, AutoCloseable {
  /** What an API server takes. */
  private static final int LONGEST_BODY = 3 << 20;

  private final Routes routes;
  private final Watches watches = new Watches();

  /**
   * @param bundle that stays open as long as this is used
   */
  public ApiHandler(Bundle bundle) {
    this.routes = new Routes(bundle);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    boolean kept = false;
    try {
      Query query = Query.of(exchange.getRequestURI());
      // Newer clients wait for a list as events, and ask for a plain list where there are none.
      if (exchange.getRequestMethod().equals("GET")
          && query.is("watch")
          && !query.is("sendInitialEvents")
          && Callers.areHere(exchange)) {
        watches.keep(exchange, query.number("timeoutSeconds"));
        kept = true;
      } else {
        answerOrRefusal(exchange, query).send(exchange);
      }
    } finally {
      if (!kept) {
        exchange.close();
      }
    }
  }

  /** Whatever stands in a bundle or a request, a client hears what became of it. */
  private Answer answerOrRefusal(HttpExchange exchange, Query query) {
    try {
      return answer(exchange, query);
    } catch (IOException e) {
      return Answer.refusal(500, "InternalError", "the bundle cannot be read: " + e.getMessage());
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      return Answer.refusal(
          500, "InternalError", "kwhy could not go on with this: " + e.getClass().getSimpleName());
    }
  }

  private Answer answer(HttpExchange exchange, Query query) throws IOException {
    if (!Callers.areHere(exchange)) {
      return Answer.refusal(403, "Forbidden", Callers.REFUSAL);
    }
    String method = exchange.getRequestMethod();
    if (method.equals("GET")) {
      List<String> accept = exchange.getRequestHeaders().getOrDefault("Accept", List.of());
      return query.is("watch")
          ? Answer.refusal(422, "Invalid", "sendInitialEvents: a list is had by listing only")
          : routes.answer(query, String.join(",", accept));
    }
    return method.equals("POST") ? review(exchange, query) : unchangeable();
  }

  private static Answer review(HttpExchange exchange, Query query) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
    return body.length > LONGEST_BODY
        ? Answer.refusal(413, "RequestEntityTooLarge", "limit is " + LONGEST_BODY)
        : Reviews.answer(query.path(), body).orElseGet(ApiHandler::unchangeable);
  }

  private static Answer unchangeable() {
    return Answer.refusal(405, "MethodNotAllowed", "a bundle cannot be changed");
  }

  @Override
  public void close() {
    watches.close();
  }
}
