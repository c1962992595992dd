package io.kwhy.bundle.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import org.apache.commons.io.input.ProxyInputStream;

/** Watches what one archive expands to, so that a small file cannot fill a disk (a "zip bomb"). */
final class Expansion {
  private final Limits limits;
  private final LongSupplier consumed;
  private long expanded;

  /**
   * @param consumed bytes of the archive that were read so far
   */
  Expansion(Limits limits, LongSupplier consumed) {
    this.limits = limits;
    this.consumed = consumed;
  }

  /** The same bytes; reading them throws {@link ReadingStoppedException} when they are too many. */
  InputStream watch(InputStream data) {
    return new ProxyInputStream(data) {
      @Override
      protected void afterRead(int read) throws IOException {
        grow(Math.max(0, read));
      }
    };
  }

  private void grow(int read) throws ReadingStoppedException {
    expanded += read;
    if (expanded > limits.expandedBytes()) {
      throw new ReadingStoppedException(
          "expected an archive that expands to at most "
              + limits.expandedBytes()
              + " bytes, found more; it is read no further");
    }
    if (expanded > limits.ratioFrom()
        && expanded / Math.max(1, consumed.getAsLong()) >= limits.ratio()) {
      throw new ReadingStoppedException(
          "expected an archive that expands to less than "
              + limits.ratio()
              + " times its size, found more (a \"zip bomb\"); it is read no further");
    }
  }
}
