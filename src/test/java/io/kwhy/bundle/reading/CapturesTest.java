package io.kwhy.bundle.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.Captures;
import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.Entry;
import io.kwhy.bundle.Layout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All bundles that were recorded on a real k3s. */
class CapturesTest {
  /** What no parser asks for, with the name of the node left out. */
  private static final Set<String> UNMAPPED =
      Set.of(
          "bundle.json",
          "errors.txt",
          "nodes/{node}/files/var/lib/rancher/k3s/agent/etc/crictl.yaml",
          "nodes/{node}/files/var/lib/rancher/k3s/server/manifests/metrics-server/*");

  @TempDir Path dir;

  @Test
  void every_entry_is_of_a_known_source() throws Exception {
    Set<String> unmapped = new TreeSet<>();
    for (Path capture : Captures.all()) {
      try (Bundle bundle = BundleReader.read(List.of(capture))) {
        for (Entry entry : bundle.entries()) {
          if (Layout.place(entry.path()).isEmpty()) {
            unmapped.add(
                entry
                    .path()
                    .replaceFirst("^nodes/[^/]+/", "nodes/{node}/")
                    .replaceFirst("metrics-server/.*", "metrics-server/*"));
          }
        }
      }
    }

    assertThat(unmapped).isSubsetOf(UNMAPPED);
  }

  @Test
  void folder_and_archive_give_the_same() throws Exception {
    for (Path capture : Captures.all()) {
      Path folder = unpacked(capture);

      Reading archived = Reading.of(capture);

      assertThat(Reading.of(folder)).as(capture.toString()).isEqualTo(archived);
      assertThat(archived.onDisk()).isFalse();
    }
  }

  @Test
  void only_what_the_collector_could_not_get_is_missing() throws Exception {
    for (Path capture : Captures.all()) {
      assertThat(Reading.of(capture).gaps())
          .as(capture.toString())
          .allMatch(gap -> gap.startsWith("errors.txt:"));
    }
  }

  private Path unpacked(Path capture) throws IOException {
    Path folder = dir.resolve(capture.getFileName().toString());
    try (InputStream gzip = new GZIPInputStream(Files.newInputStream(capture));
        TarArchiveInputStream tar = new TarArchiveInputStream(gzip)) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = folder.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(path);
        } else {
          Files.createDirectories(path.getParent());
          Files.copy(tar, path);
        }
      }
    }
    return folder;
  }
}
