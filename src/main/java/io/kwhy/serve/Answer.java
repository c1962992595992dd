package io.kwhy.serve;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;

/** What is sent back. */
final class Answer {
  /** What is sent, as it is made. */
  @FunctionalInterface
  interface Body {
    void write(OutputStream out) throws IOException;
  }

  private static final String JSON = "application/json";

  /** What {@link HttpExchange} takes for a body of any length, and for none. */
  private static final int ANY_LENGTH = 0;

  private static final int NO_BODY = -1;

  private final int code;
  private final String type;
  private final long length;
  private final Body body;

  private Answer(int code, String type, long length, Body body) {
    this.code = code;
    this.type = type;
    this.length = length;
    this.body = body;
  }

  static Answer of(int code, String type, byte[] body) {
    return new Answer(code, type, body.length == 0 ? NO_BODY : body.length, out -> out.write(body));
  }

  static Answer json(Object tree) {
    return of(200, JSON, Tree.write(tree));
  }

  static Answer text(int code, byte[] body) {
    return of(code, "text/plain", body);
  }

  /** Text that may be too long to be held. */
  static Answer text(Body body) {
    return new Answer(200, "text/plain", ANY_LENGTH, body);
  }

  /** A refusal in the API's own form. */
  static Answer refusal(int code, String reason, String message) {
    return of(
        code,
        JSON,
        Tree.write(
            Tree.object(
                "kind",
                "Status",
                "apiVersion",
                "v1",
                "metadata",
                Tree.object(),
                "status",
                "Failure",
                "message",
                message,
                "reason",
                reason,
                "code",
                code)));
  }

  static Answer notFound(String message) {
    return refusal(404, "NotFound", message);
  }

  /** Sends all of it, and to those who ask for the head alone that. */
  void send(HttpExchange exchange) throws IOException {
    boolean bare = exchange.getRequestMethod().equals("HEAD");
    exchange.getResponseHeaders().set("Content-Type", type);
    // Logs are what programs wrote; a browser is not to find a page in them.
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.sendResponseHeaders(code, bare ? NO_BODY : length);
    if (!bare && length != NO_BODY) {
      body.write(exchange.getResponseBody());
    }
  }
}
