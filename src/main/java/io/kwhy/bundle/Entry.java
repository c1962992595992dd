package io.kwhy.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * A file in a bundle.
 *
 * @param path slash-separated, relative, free of {@code .} and {@code ..}, below the wrapping top
 *     folder
 * @param size bytes
 */
public record Entry(String path, long size, Content content) {

  /** What an entry holds; can be opened any number of times while the bundle is open. */
  @FunctionalInterface
  public interface Content {
    /**
     * The bytes from their start; the caller closes the stream.
     *
     * @throws IOException where the bundle cannot be read any more, or an archive is damaged
     */
    InputStream open() throws IOException;
  }

  public Entry {
    Objects.requireNonNull(path);
    Objects.requireNonNull(content);
  }

  /** The bytes of the entry, from the start. */
  public InputStream open() throws IOException {
    return content.open();
  }
}
