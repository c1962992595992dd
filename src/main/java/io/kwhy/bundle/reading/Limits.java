package io.kwhy.bundle.reading;

/**
 * How much of an input is read. An input that wants more is not refused: what lies within the
 * limits is used, and a gap names the limit and the entry that met it.
 *
 * @param entries names in one input, folders included
 * @param nameCharacters characters of all names in one input
 * @param expandedBytes bytes that one archive may expand to
 * @param ratioFrom expanded bytes from which the ratio is watched
 * @param ratio expanded bytes for each byte of the archive
 * @param smallEntry bytes up to which an entry is kept in memory
 * @param memory bytes of all entries that are kept in memory
 * @param gaps problems that are told one by one for each input
 */
record Limits(
    int entries,
    long nameCharacters,
    long expandedBytes,
    long ratioFrom,
    int ratio,
    int smallEntry,
    long memory,
    int gaps) {

  /** A cluster of a hundred hosts with all its pods' logs has some 30,000 entries. */
  static final int ENTRIES = 250_000;

  /** Names are all that grows with an input in memory: 64 MiB is 250,000 long paths. */
  static final long NAME_CHARACTERS = 64L << 20;

  /** Logs shrink to a twentieth; a bundle as large as one can be mailed fits, a disk fills less. */
  static final long EXPANDED_BYTES = 16L << 30;

  /** Below this size even the worst archive does no harm, and a dull log may shrink to nothing. */
  static final long RATIO_FROM = 512L << 20;

  /** Logs that repeat one line reach 100; gzip cannot do better than 1,030. */
  static final int RATIO = 200;

  /** The logs of a young cluster reach 500 KiB, all else is smaller. */
  static final int SMALL_ENTRY = 1 << 20;

  /** A usual bundle holds 2 MiB and never touches the disk; the smallest heaps have 256 MiB. */
  static final long MEMORY = 32L << 20;

  /** Nobody reads more. */
  static final int GAPS = 1_000;

  /** Links that lead to links; Linux stops at 40. */
  static final int LINKS = 40;

  /** A header of a tar entry with its extensions; more would be held in memory at once. */
  static final long TAR_HEADER = 1L << 20;

  /**
   * The table of contents of a zip is held in memory as a whole: 130,000 entries of usual names.
   */
  static final long ZIP_DIRECTORY = 16L << 20;

  /** What may follow the end mark of a tar: padding to a record, mostly 10 KiB. */
  static final long TAR_PADDING = 1L << 20;

  /** A manifest has some 150 bytes a host. */
  static final long MANIFEST_BYTES = 16L << 20;

  /** Kubernetes itself is tested with 5,000 nodes. */
  static final int MANIFEST_NODES = 10_000;

  /** A host has a few addresses; with an address per service a few hundred. */
  static final int MANIFEST_ADDRESSES = 1_000;

  /** Folders that are looked through for a bundle that is wrapped in others. */
  static final int FOLDERS_SEARCHED = 1_000;

  /** How deep a bundle may be wrapped. */
  static final int WRAPPING_FOLDERS = 8;

  static final Limits STANDARD =
      new Limits(
          ENTRIES, NAME_CHARACTERS, EXPANDED_BYTES, RATIO_FROM, RATIO, SMALL_ENTRY, MEMORY, GAPS);
}
