package io.kwhy.bundle.draft;

import java.io.IOException;

/**
 * What an entry was to be made of is damaged; what came before is kept. Its words quote nothing.
 */
public final class DamagedEntryException extends IOException {
  private static final long serialVersionUID = 1;

  DamagedEntryException(String message) {
    super(message);
  }

  DamagedEntryException(String message, Throwable cause) {
    super(message, cause);
  }
}
