package io.kwhy.collect.cluster;

import java.io.IOException;

/** The API did not give what was asked for. */
final class ApiException extends IOException {
  private final int code;

  /**
   * @param code of HTTP; 0 where there was no answer
   */
  ApiException(int code, String message) {
    super(message);
    this.code = code;
  }

  int code() {
    return code;
  }
}
