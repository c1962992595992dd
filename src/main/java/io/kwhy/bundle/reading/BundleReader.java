package io.kwhy.bundle.reading;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads bundles as they come: folders, {@code .tar.gz}, {@code .tar} and {@code .zip}, whole or
 * damaged, in good faith or not. Nothing is ever unpacked to a place that an input names.
 */
public final class BundleReader {
  private BundleReader() {}

  /**
   * All inputs as one bundle; the order in which they are given does not matter. Of an entry that
   * several have, the one counts whose bundle was collected last. What could not be read is among
   * the bundle's gaps.
   *
   * @throws UnreadableBundleException if an input is no bundle at all, or one of a later layout
   */
  public static Bundle read(List<Path> inputs) throws UnreadableBundleException {
    return read(inputs, Limits.STANDARD);
  }

  static Bundle read(List<Path> inputs, Limits limits) throws UnreadableBundleException {
    if (inputs.isEmpty()) {
      throw new UnreadableBundleException(
          "bundle: expected a folder, .tar.gz, .tar or .zip, found none named");
    }
    EntryStore store = new EntryStore(limits);
    try {
      List<Part> parts = new ArrayList<>();
      for (Path input : inputs) {
        parts.add(new PartReader(input, limits, store).read());
      }
      return Merge.of(parts, store);
    } catch (UnreadableBundleException | RuntimeException | Error e) {
      closeAfter(e, store);
      throw e;
    }
  }

  /**
   * Entries that are at hand as the bundle that they would be on disk.
   *
   * @param name what to call it, for messages
   */
  public static Bundle of(String name, List<Entry> entries) throws UnreadableBundleException {
    EntryStore store = new EntryStore(Limits.STANDARD);
    return Merge.of(List.of(PartReader.of(name, entries)), store);
  }

  private static void closeAfter(Throwable failure, EntryStore store) {
    try {
      store.close();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }
}
