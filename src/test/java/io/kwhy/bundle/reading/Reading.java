package io.kwhy.bundle.reading;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.Entry;
import io.kwhy.bundle.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What tests ask of a bundle, in plain values. The bundle is closed when this is there. */
record Reading(Manifest manifest, Map<String, String> entries, List<String> gaps, boolean onDisk) {

  static Reading of(Path... inputs) throws IOException, UnreadableBundleException {
    return of(Limits.STANDARD, inputs);
  }

  static Reading of(Limits limits, Path... inputs) throws IOException, UnreadableBundleException {
    try (Bundle bundle = BundleReader.read(Arrays.asList(inputs), limits)) {
      Map<String, String> entries = new TreeMap<>();
      bundle.entries().forEach(entry -> entries.put(entry.path(), text(entry)));
      return new Reading(
          bundle.manifest(),
          entries,
          bundle.gaps().stream().map(gap -> gap.origin() + ": " + gap.problem()).toList(),
          ((EntryStore) bundle.resources()).isOnDisk());
    }
  }

  /** What the user is told of inputs that are no bundle. */
  static String refusal(Path... inputs) {
    return catchThrowableOfType(
            UnreadableBundleException.class, () -> BundleReader.read(Arrays.asList(inputs)))
        .getMessage();
  }

  private static String text(Entry entry) {
    try (InputStream content = entry.open()) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
