package io.kwhy.bundle.reading;

/**
 * What the user named cannot be used as a bundle. The message is one line: what, where, what was
 * expected and what was found.
 */
public final class UnreadableBundleException extends Exception {
  UnreadableBundleException(String message) {
    super(message);
  }

  UnreadableBundleException(String message, Throwable cause) {
    super(message, cause);
  }
}
