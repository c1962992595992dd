package io.kwhy.parse.json;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;

/**
 * Makes one string of equal short texts and one map of equal ones, so that a hundred thousand pods
 * share their namespaces, nodes, phases and labels. It forgets: a text lives in one of two slots
 * and the older of them gives way, which bounds its size whatever it is fed.
 */
final class TextPool {
  /** Enough for the names of some thousand nodes and workloads; a MiB or two with their letters. */
  private static final int SLOTS = 1 << 14;

  /** Names end at 253 characters; what is longer is prose and rarely said twice. */
  private static final int LONGEST = 256;

  /** The generated end of a pod's name has some sixteen characters. */
  private static final int HASHED = 24;

  /** Enough for the label sets of a few thousand workloads. */
  private static final int MAPS = 1 << 12;

  private final String[] slots = new String[SLOTS];

  /** The texts of the slots once more: arrays are compared by the machine's own means. */
  private final char[][] letters = new char[SLOTS][];

  private final Map<SortedMap<String, String>, SortedMap<String, String>> maps = new HashMap<>();

  String of(char[] text, int offset, int length) {
    if (length == 0) {
      return "";
    }
    if (length > LONGEST) {
      return new String(text, offset, length);
    }
    int slot = slot(text, offset, length);
    if (holds(slot, text, offset, length)) {
      return slots[slot];
    }
    int other = slot ^ 1;
    boolean known = holds(other, text, offset, length);
    String word = known ? slots[other] : new String(text, offset, length);
    char[] itsLetters = known ? letters[other] : Arrays.copyOfRange(text, offset, offset + length);
    slots[other] = slots[slot];
    letters[other] = letters[slot];
    slots[slot] = word;
    letters[slot] = itsLetters;
    return word;
  }

  /** A map of the same content that cannot be changed. */
  SortedMap<String, String> of(SortedMap<String, String> map) {
    if (maps.size() >= MAPS) {
      maps.clear();
    }
    SortedMap<String, String> shared = Collections.unmodifiableSortedMap(map);
    SortedMap<String, String> known = maps.putIfAbsent(shared, shared);
    return known == null ? shared : known;
  }

  /** Of the end, where names differ, and of the beginning. */
  private static int slot(char[] text, int offset, int length) {
    int hash = 31 * length + text[offset];
    for (int i = offset + Math.max(length - HASHED, 0); i < offset + length; i++) {
      hash = 31 * hash + text[i];
    }
    return (hash ^ hash >>> 15) & (SLOTS - 1);
  }

  private boolean holds(int slot, char[] text, int offset, int length) {
    char[] held = letters[slot];
    return held != null && Arrays.equals(held, 0, held.length, text, offset, offset + length);
  }
}
