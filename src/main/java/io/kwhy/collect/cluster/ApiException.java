package io.kwhy.collect.cluster;

import java.io.IOException;

/** The API did not give what was asked for. */
public final class ApiException extends IOException {
  private final int code;

  /**
   * @param code of HTTP; 0 where there was no answer
   */
  public ApiException(int code, String message) {
    super(message);
    this.code = code;
  }

  /** Of HTTP; 0 where there was no answer. */
  public int code() {
    return code;
  }
}
