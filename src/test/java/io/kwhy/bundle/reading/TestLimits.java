package io.kwhy.bundle.reading;

/** The usual limits but for one, so that a test need not make gigabytes to meet it. */
final class TestLimits {
  private static final Limits USUAL = Limits.STANDARD;

  private TestLimits() {}

  static Limits entries(int entries) {
    return of(entries, USUAL.nameCharacters(), USUAL.expandedBytes(), USUAL.memory(), USUAL.gaps());
  }

  static Limits nameCharacters(long characters) {
    return of(USUAL.entries(), characters, USUAL.expandedBytes(), USUAL.memory(), USUAL.gaps());
  }

  static Limits expandedBytes(long bytes) {
    return of(USUAL.entries(), USUAL.nameCharacters(), bytes, USUAL.memory(), USUAL.gaps());
  }

  static Limits memory(long bytes) {
    return of(USUAL.entries(), USUAL.nameCharacters(), USUAL.expandedBytes(), bytes, USUAL.gaps());
  }

  static Limits gaps(int gaps) {
    return of(USUAL.entries(), USUAL.nameCharacters(), USUAL.expandedBytes(), USUAL.memory(), gaps);
  }

  private static Limits of(
      int entries, long nameCharacters, long expandedBytes, long memory, int gaps) {
    return new Limits(
        entries,
        nameCharacters,
        expandedBytes,
        USUAL.ratioFrom(),
        USUAL.ratio(),
        USUAL.smallEntry(),
        memory,
        gaps);
  }

  static Limits ratioFrom(long bytes) {
    return new Limits(
        USUAL.entries(),
        USUAL.nameCharacters(),
        USUAL.expandedBytes(),
        bytes,
        USUAL.ratio(),
        USUAL.smallEntry(),
        USUAL.memory(),
        USUAL.gaps());
  }
}
