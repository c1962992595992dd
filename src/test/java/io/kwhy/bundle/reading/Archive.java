package io.kwhy.bundle.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Makes tars of any kind, those that no tool would make too. */
final class Archive {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final TarArchiveOutputStream tar =
      new TarArchiveOutputStream(bytes, StandardCharsets.UTF_8.name());

  private Archive() {
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    tar.setAddPaxHeadersForNonAsciiNames(true);
  }

  /** Nothing in it. */
  static Archive empty() {
    return new Archive();
  }

  /** The least that makes a bundle: a manifest and the node {@code w1}. */
  static Archive bundle() throws IOException {
    return empty().with("bundle.json", MANIFEST).with("nodes/w1/files/etc/hostname", "w1\n");
  }

  static final String MANIFEST =
      """
      {
        "schema": 1,
        "product": "k3s",
        "collectedAt": "2026-11-23T05:49:46Z",
        "nodes": {}
      }
      """;

  Archive with(String name, String content) throws IOException {
    return with(name, content.getBytes(StandardCharsets.UTF_8));
  }

  Archive with(String name, byte[] content) throws IOException {
    return with(name, TarConstants.LF_NORMAL, content);
  }

  Archive with(String name, byte kind, byte[] content) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name, kind, true);
    entry.setSize(content.length);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
    return this;
  }

  Archive withSymbolicLink(String name, String target) throws IOException {
    return withLink(name, target, TarConstants.LF_SYMLINK);
  }

  Archive withHardLink(String name, String target) throws IOException {
    return withLink(name, target, TarConstants.LF_LINK);
  }

  private Archive withLink(String name, String target, byte kind) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name, kind, true);
    entry.setLinkName(target);
    tar.putArchiveEntry(entry);
    tar.closeArchiveEntry();
    return this;
  }

  byte[] tar() throws IOException {
    tar.close();
    return bytes.toByteArray();
  }

  byte[] tarGz() throws IOException {
    return gzip(tar());
  }

  static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(content);
    }
    return zipped.toByteArray();
  }

  /** Written to a folder as {@code x.tar.gz}. */
  Path in(Path folder) throws IOException {
    return Files.write(folder.resolve("x.tar.gz"), tarGz());
  }
}
