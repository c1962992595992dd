package io.kwhy.parse.json;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;

/**
 * Makes one string of equal short texts and one map of equal ones, so that a hundred thousand pods
 * share their namespaces, nodes, phases and labels. It forgets: a text lives in one of two slots
 * and the older of them gives way, which bounds its size whatever it is fed.
 */
final class Words {
  /** Enough for the names of some thousand nodes and workloads; 64 KiB of references. */
  private static final int SLOTS = 1 << 14;

  /** Names end at 253 characters; what is longer is prose and rarely said twice. */
  private static final int LONGEST = 256;

  /** Enough for the label sets of a few thousand workloads. */
  private static final int MAPS = 1 << 12;

  private final String[] slots = new String[SLOTS];
  private final Map<SortedMap<String, String>, SortedMap<String, String>> maps = new HashMap<>();

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

  /** A map of the same content that cannot be changed. */
  SortedMap<String, String> of(SortedMap<String, String> map) {
    if (maps.size() >= MAPS) {
      maps.clear();
    }
    SortedMap<String, String> shared = Collections.unmodifiableSortedMap(map);
    SortedMap<String, String> known = maps.putIfAbsent(shared, shared);
    return known == null ? shared : known;
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
