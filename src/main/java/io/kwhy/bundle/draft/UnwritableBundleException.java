package io.kwhy.bundle.draft;

/** A bundle cannot be written where the user wants it. The message is one line. */
public final class UnwritableBundleException extends Exception {
  UnwritableBundleException(String message) {
    super(message);
  }

  UnwritableBundleException(String message, Throwable cause) {
    super(message, cause);
  }
}
