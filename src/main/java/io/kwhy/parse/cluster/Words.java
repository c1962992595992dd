package io.kwhy.parse.cluster;

/**
 * Makes one string of equal short texts, so that a hundred thousand pods share their namespaces,
 * nodes and phases. It forgets: a text lives in one of two slots and the older of them gives way,
 * which bounds its size whatever it is fed.
 */
final class Words {
  /** Enough for the names of some thousand nodes and workloads; 64 KiB of references. */
  private static final int SLOTS = 1 << 14;

  /** Names end at 253 characters; what is longer is prose and rarely said twice. */
  private static final int LONGEST = 256;

  private final String[] slots = new String[SLOTS];

  String of(char[] text, int offset, int length) {
    if (length == 0) {
      return "";
    }
    if (length > LONGEST) {
      return new String(text, offset, length);
    }
    int slot = slot(text, offset, length);
    String newer = slots[slot];
    if (same(newer, text, offset, length)) {
      return newer;
    }
    String older = slots[slot ^ 1];
    String word = same(older, text, offset, length) ? older : new String(text, offset, length);
    slots[slot ^ 1] = newer;
    slots[slot] = word;
    return word;
  }

  private static int slot(char[] text, int offset, int length) {
    int hash = 0;
    for (int i = offset; i < offset + length; i++) {
      hash = 31 * hash + text[i];
    }
    return (hash ^ hash >>> 15) & (SLOTS - 1);
  }

  private static boolean same(String word, char[] text, int offset, int length) {
    if (word == null || word.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (word.charAt(i) != text[offset + i]) {
        return false;
      }
    }
    return true;
  }
}
