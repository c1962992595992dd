package io.kwhy.reach.path;

/** What was given as an end of a path is not among what was captured; the message says how. */
public final class UnknownEndException extends Exception {
  private static final long serialVersionUID = 1;

  UnknownEndException(String message) {
    super(message);
  }
}
