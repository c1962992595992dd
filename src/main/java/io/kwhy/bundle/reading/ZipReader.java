package io.kwhy.bundle.reading;

import io.kwhy.bundle.Damage;
import io.kwhy.bundle.EntryName;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Reads the entries of a zip by its table of contents, which alone knows links and lies at the end.
 * Where that is missing, the archive was cut, and entries are read one after another from the
 * start.
 */
final class ZipReader {
  /** Of an entry where it lies: bytes before its name, where the length of that is, a mark. */
  private static final int HEADER = 30;

  private static final int NAME_LENGTH = 26;

  private static final int SIGNATURE = 0x04034b50;

  private final String input;
  private final MeteredChannel channel;
  private final Intake intake;
  private final Expansion expansion;

  /**
   * @param input what to call the archive
   */
  ZipReader(String input, SeekableByteChannel channel, Intake intake) {
    this.input = input;
    this.channel = new MeteredChannel(channel);
    this.intake = intake;
    this.expansion = new Expansion(intake.limits(), this.channel::consumed);
  }

  /** Takes in all entries, or those up to where a limit is met. */
  void read() throws IOException {
    ZipFile zip;
    try {
      zip = open();
    } catch (IOException | RuntimeException e) {
      intake.gaps().add(input, "expected a zip with a table of contents, found: " + Damage.of(e));
      readSequentially();
      return;
    }
    String last = input;
    try (zip) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        last = name(entry);
        take(entry, zip);
      }
    } catch (ReadingStoppedException e) {
      intake.gaps().add(last, e.getMessage());
    }
  }

  private ZipFile open() throws IOException {
    channel.allow(Limits.ZIP_DIRECTORY);
    try {
      return ZipFile.builder()
          .setSeekableByteChannel(channel)
          .setCharset(StandardCharsets.UTF_8)
          .setIgnoreLocalFileHeader(true)
          .get();
    } finally {
      channel.allow(Long.MAX_VALUE);
    }
  }

  private void take(ZipArchiveEntry entry, ZipFile zip) throws ReadingStoppedException {
    String path = intake.accept(name(entry)).orElse("");
    if (path.isEmpty() || entry.isDirectory()) {
      return;
    }
    int kind = entry.getUnixMode() & UnixStat.FILE_TYPE_FLAG;
    boolean file = kind == 0 || kind == UnixStat.FILE_FLAG;
    if (!file && !entry.isUnixSymlink()) {
      intake.refuse(path, "a device, pipe or socket");
    } else if (entry.getGeneralPurposeBit().usesEncryption()) {
      intake.refuse(path, "an encrypted one");
    } else if (!zip.canReadEntryData(entry)) {
      intake.refuse(path, "one compressed by method " + entry.getMethod());
    } else if (isAnother(entry)) {
      intake.refuse(path, "what lies there under another name");
    } else if (file) {
      content(path, entry, zip);
    } else {
      link(path, entry, zip);
    }
  }

  /**
   * Whether the table of contents leads to another entry: as that, evidence of one file would be
   * told of many. What is no entry at all shows when it is read.
   */
  private boolean isAnother(ZipArchiveEntry entry) {
    byte[] name = entry.getRawName();
    ByteBuffer header = ByteBuffer.allocate(HEADER + name.length).order(ByteOrder.LITTLE_ENDIAN);
    try {
      channel.position(entry.getLocalHeaderOffset());
      while (header.hasRemaining() && channel.read(header) >= 0) {
        // As far as there is anything.
      }
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
    return !header.hasRemaining()
        && header.getInt(0) == SIGNATURE
        && (header.getShort(NAME_LENGTH) != (short) name.length
            || !Arrays.equals(header.array(), HEADER, header.capacity(), name, 0, name.length));
  }

  private void content(String path, ZipArchiveEntry entry, ZipFile zip)
      throws ReadingStoppedException {
    CRC32 checksum = new CRC32();
    try (InputStream data = expansion.watch(zip.getInputStream(entry))) {
      boolean whole = intake.file(path, new CheckedInputStream(data, checksum));
      if (whole && entry.getCrc() != checksum.getValue()) {
        intake.gaps().add(path, "expected what its checksum says, found something else");
      }
    } catch (ReadingStoppedException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      intake.gaps().add(path, "expected the content of the entry, found: " + Damage.of(e));
    }
  }

  private void link(String path, ZipArchiveEntry entry, ZipFile zip)
      throws ReadingStoppedException {
    try (InputStream data = expansion.watch(zip.getInputStream(entry))) {
      byte[] target = data.readNBytes(EntryName.PATH_LENGTH + 1);
      intake.link(path, EntryName.ofTarget(path, new String(target, StandardCharsets.UTF_8)));
    } catch (ReadingStoppedException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      intake.gaps().add(path, "expected the target of a link, found: " + Damage.of(e));
    }
  }

  private void readSequentially() throws IOException {
    channel.position(0);
    InputStream bytes = Channels.newInputStream(channel);
    ZipArchiveInputStream zip =
        new ZipArchiveInputStream(bytes, StandardCharsets.UTF_8.name(), true, false);
    String last = input;
    try {
      for (ZipArchiveEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        last = name(entry);
        if (!takeNext(entry, zip)) {
          return;
        }
      }
    } catch (ReadingStoppedException e) {
      intake.gaps().add(last, e.getMessage());
    } catch (IOException | RuntimeException e) {
      intake.gaps().add(last, "expected another entry after it, found: " + Damage.of(e));
    }
  }

  /** The library has a question mark for what is not UTF-8, which could be part of a name. */
  private static String name(ZipArchiveEntry entry) {
    String decoded = new String(entry.getRawName(), StandardCharsets.UTF_8);
    return decoded.indexOf('\uFFFD') < 0 ? entry.getName() : decoded;
  }

  /** Returns whether there is a way to the entry that follows. */
  private boolean takeNext(ZipArchiveEntry entry, ZipArchiveInputStream zip) throws IOException {
    String path = intake.accept(name(entry)).orElse("");
    if (!zip.canReadEntryData(entry)) {
      intake.refuse(name(entry), "an encrypted one, or one compressed in an unknown way");
      return true;
    }
    if (path.isEmpty() || entry.isDirectory()) {
      expansion.watch(zip).transferTo(OutputStream.nullOutputStream());
      return true;
    }
    return intake.file(path, expansion.watch(zip));
  }
}
