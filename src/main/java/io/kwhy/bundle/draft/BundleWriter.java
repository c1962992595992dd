package io.kwhy.bundle.draft;

import io.kwhy.bundle.Damage;
import io.kwhy.bundle.Entry;
import io.kwhy.bundle.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * Writes entries as a {@code .tar.gz} with one root folder. The same entries give the same bytes;
 * the file is there whole or not at all, and only its owner may read it.
 */
public final class BundleWriter {
  private static final int BUFFER = 64 << 10;

  private BundleWriter() {}

  /**
   * Writes a bundle to a file, in place of what is there.
   *
   * @param root name of the folder in it
   * @param time what all files in it are dated
   * @throws UnwritableBundleException if that cannot be done; then the file is as it was before
   */
  public static void write(List<Entry> entries, String root, Instant time, Path target)
      throws UnwritableBundleException {
    String name = Printable.name(target.toString());
    if (Files.isDirectory(target)) {
      throw new UnwritableBundleException(name + ": expected a file to write, found a folder");
    }
    try {
      WholeFile.write(target, out -> archive(entries, root, time, out));
    } catch (FileAlreadyExistsException e) {
      throw new UnwritableBundleException(name + ": expected a file to write, found a folder", e);
    } catch (IOException e) {
      throw new UnwritableBundleException(
          name + ": expected to write the bundle there, found: " + Damage.of(e), e);
    }
  }

  private static void archive(List<Entry> entries, String root, Instant time, OutputStream out)
      throws IOException {
    GZIPOutputStream gzip = new GZIPOutputStream(out, BUFFER);
    tar(entries, root, time, gzip);
    gzip.finish();
  }

  private static void tar(List<Entry> entries, String root, Instant time, OutputStream out)
      throws IOException {
    TarArchiveOutputStream tar = new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name());
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    tar.setAddPaxHeadersForNonAsciiNames(true);
    for (Entry entry : entries) {
      TarArchiveEntry header = new TarArchiveEntry(root + "/" + entry.path());
      header.setSize(entry.size());
      header.setModTime(time.getEpochSecond() * 1_000);
      header.setMode(0100644);
      header.setIds(0, 0);
      header.setNames("root", "root");
      tar.putArchiveEntry(header);
      try (InputStream in = entry.open()) {
        in.transferTo(tar);
      }
      tar.closeArchiveEntry();
    }
    tar.finish();
  }
}
