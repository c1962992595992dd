package io.kwhy.bundle.reading;

import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarUtils;

/** What kind of file it is, by its first bytes; names of files are not to be trusted. */
enum ArchiveFormat {
  GZIP("1f8b", "a gzip file"),
  ZIP("504b0304", "a zip"),
  EMPTY_ZIP("504b0506", "an empty zip"),
  SPLIT_ZIP("504b0708", "a part of a split zip"),
  XZ("fd377a585a00", "an xz file"),
  ZSTANDARD("28b52ffd", "a zstd file"),
  BZIP2("425a68", "a bzip2 file"),
  SEVEN_ZIP("377abcaf271c", "a 7z file"),
  /** {@code #kwhy-node }. */
  NODE_STREAM("236b7768792d6e6f646520", "what kwhy's script prints on a host"),
  TAR("", "a tar"),
  EMPTY_TAR("", "an empty tar"),
  EMPTY("", "an empty file"),
  OTHER("", "a file of another kind");

  /** Bytes that are needed to tell: a header of a tar. */
  static final int HEAD = 512;

  private final byte[] magic;
  private final String description;

  ArchiveFormat(String magic, String description) {
    this.magic = HexFormat.of().parseHex(magic);
    this.description = description;
  }

  /** For messages: "found a zip". */
  String description() {
    return description;
  }

  /**
   * @param head the first {@link #HEAD} bytes, or all if there are fewer
   */
  static ArchiveFormat of(byte[] head) {
    if (head.length == 0) {
      return EMPTY;
    }
    for (ArchiveFormat format : values()) {
      if (format.magic.length > 0 && startsWith(head, format.magic)) {
        return format;
      }
    }
    if (head.length < HEAD) {
      return OTHER;
    }
    if (isZero(head)) {
      return EMPTY_TAR;
    }
    return isTarHeader(head) ? TAR : OTHER;
  }

  private static boolean isTarHeader(byte[] head) {
    try {
      return TarUtils.verifyCheckSum(head);
    } catch (IllegalArgumentException e) {
      // What stands in the place of the checksum is no number.
      return false;
    }
  }

  private static boolean startsWith(byte[] head, byte[] magic) {
    for (int i = 0; i < magic.length; i++) {
      if (i >= head.length || head[i] != magic[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isZero(byte[] head) {
    for (byte b : head) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }
}
