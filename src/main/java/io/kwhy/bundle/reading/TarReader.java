package io.kwhy.bundle.reading;

import io.kwhy.bundle.Damage;
import io.kwhy.bundle.EntryName;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Reads the entries of a tar, in the one order there is. */
final class TarReader {
  private static final int BLOCK = 512;
  private static final int RECORD = 20 * BLOCK;

  private final String input;
  private final CountingInputStream bytes;
  private final TarArchiveInputStream tar;
  private final Expansion expansion;
  private final Intake intake;
  private String last;

  /**
   * @param input what to call the archive
   */
  TarReader(String input, InputStream bytes, Expansion expansion, Intake intake) {
    this.input = input;
    this.bytes = new CountingInputStream(bytes);
    // Owners and modes that make no sense do not matter here.
    this.tar =
        new TarArchiveInputStream(
            this.bytes, RECORD, BLOCK, StandardCharsets.UTF_8.name(), /* lenient= */ true);
    this.expansion = expansion;
    this.intake = intake;
    this.last = input;
  }

  /** Takes in all entries, or those up to where the archive is damaged or a limit is met. */
  void read() {
    try {
      boolean whole = true;
      Optional<TarArchiveEntry> next = next();
      while (next.isPresent() && whole) {
        last = next.get().getName();
        whole = take(next.get());
        next = whole ? next() : Optional.empty();
      }
      if (whole) {
        last = input;
        finish();
      }
    } catch (ReadingStoppedException e) {
      intake.gaps().add(last, e.getMessage());
    } catch (IOException | RuntimeException e) {
      // The library throws either, depending on which field of a header makes no sense.
      intake.gaps().add(last, "expected another entry or the end after it, found: " + Damage.of(e));
    }
  }

  /** The library holds a header's extensions (long names) in memory. */
  private Optional<TarArchiveEntry> next() throws IOException {
    bytes.allow(
        Limits.TAR_HEADER,
        "expected a header of at most "
            + Limits.TAR_HEADER
            + " bytes after it, found more; the rest is not read");
    try {
      return Optional.ofNullable(tar.getNextEntry());
    } finally {
      bytes.allowAll();
    }
  }

  /** Returns whether the entry was read to its end. */
  private boolean take(TarArchiveEntry entry) throws IOException {
    String path = intake.accept(entry.getName()).orElse("");
    if (!path.isEmpty()) {
      if (path.indexOf('?') >= 0) {
        // The library has it for all that it cannot decode, and does not tell which it was.
        intake.gaps().add(path, "expected a name in UTF-8, found other bytes or ? in it");
      }
      if (entry.isSymbolicLink()) {
        intake.link(path, EntryName.ofTarget(path, entry.getLinkName()));
      } else if (entry.isLink()) {
        intake.link(path, EntryName.of(entry.getLinkName()));
      } else if (isDevice(entry)) {
        intake.refuse(path, "a device or pipe");
      } else if (entry.isFile() && !entry.isDirectory()) {
        return intake.file(path, expansion.watch(tar));
      }
    }
    expansion.watch(tar).transferTo(OutputStream.nullOutputStream());
    return true;
  }

  private static boolean isDevice(TarArchiveEntry entry) {
    return entry.isCharacterDevice() || entry.isBlockDevice() || entry.isFIFO();
  }

  /** Reads on to the end of the stream, where gzip has its checksum. */
  private void finish() throws IOException {
    bytes.allow(
        Limits.TAR_PADDING,
        "expected at most "
            + Limits.TAR_PADDING
            + " bytes after the end of the archive, found more; they are not read");
    bytes.transferTo(OutputStream.nullOutputStream());
  }
}
