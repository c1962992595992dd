package io.kwhy.bundle.reading;

import java.io.IOException;

/** An input is not read any further; the message says why. What was read before it counts. */
final class ReadingStoppedException extends IOException {
  ReadingStoppedException(String reason) {
    super(reason);
  }

  ReadingStoppedException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
