package io.kwhy.collect.access;

/** There is no cluster to look at, or not the one that was asked for. The message is one line. */
public final class NoClusterException extends Exception {
  NoClusterException(String message) {
    super(message);
  }
}
