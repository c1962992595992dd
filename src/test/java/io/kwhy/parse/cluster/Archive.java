package io.kwhy.parse.cluster;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Files of recorded .tar.gz archives. */
final class Archive {
  private Archive() {}

  /** The archives of a folder, sorted. */
  static List<Path> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".tar.gz")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files below the archive's top folder whose path is wanted. */
  static SortedMap<String, byte[]> files(Path archive, Predicate<String> wanted) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(archive));
        TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(in))) {
      for (TarArchiveEntry at = tar.getNextEntry(); at != null; at = tar.getNextEntry()) {
        String path = at.getName().substring(at.getName().indexOf('/') + 1);
        if (at.isFile() && wanted.test(path)) {
          files.put(path, tar.readAllBytes());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(archive.toString(), e);
    }
    return files;
  }
}
