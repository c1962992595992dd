package io.kwhy.serve;

/** What is sent back. */
final class Answer {
  private final int code;
  private final String type;
  private final byte[] body;

  Answer(int code, String type, byte[] body) {
    this.code = code;
    this.type = type;
    this.body = body;
  }

  private static final String JSON = "application/json";

  static Answer json(Object tree) {
    return new Answer(200, JSON, Tree.write(tree));
  }

  static Answer text(int code, byte[] body) {
    return new Answer(code, "text/plain", body);
  }

  /** A refusal in the API's own form. */
  static Answer refusal(int code, String reason, String message) {
    return new Answer(
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

  /** Of HTTP. */
  int code() {
    return code;
  }

  String type() {
    return type;
  }

  byte[] body() {
    return body;
  }
}
