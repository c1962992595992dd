package io.kwhy.bundle;

import io.kwhy.fact.Gap;
import java.io.IOException;
import java.util.List;

/**
 * Evidence at rest. Entries are sorted by path; gaps say what could not be read on the way here.
 * Closing it removes what reading had to put aside on disk.
 *
 * @param name what the user called it, for messages
 */
public record Bundle(
    String name, Manifest manifest, List<Entry> entries, List<Gap> gaps, AutoCloseable resources)
    implements AutoCloseable {

  public Bundle {
    entries = List.copyOf(entries);
    gaps = List.copyOf(gaps);
  }

  @Override
  public void close() throws IOException {
    try {
      resources.close();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }
}
