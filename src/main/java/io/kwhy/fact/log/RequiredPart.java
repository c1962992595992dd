package io.kwhy.fact.log;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is known of a part of the expression.
 *
 * @param starts one of them begins each text that the part matches
 * @param ends one of them ends it
 * @param exact whether {@code starts} are all the texts that it matches
 * @param needed one of them is in it; empty if nothing is known
 */
record RequiredPart(List<String> starts, List<String> ends, boolean exact, List<Literal> needed) {
  static final List<String> NOTHING = List.of("");
  static final RequiredPart UNKNOWN = new RequiredPart(NOTHING, NOTHING, false, List.of());

  static RequiredPart exactly(List<String> texts) {
    return new RequiredPart(texts, texts, true, List.of());
  }

  static RequiredPart plain(char c) {
    return isSearchable(c) ? exactly(List.of(String.valueOf(c))) : UNKNOWN;
  }

  static boolean isSearchable(char c) {
    return c >= ' ' && c < 0x7f && "\"\\<>&".indexOf(c) < 0;
  }

  RequiredPart repeated(Repeat repeat) {
    return switch (repeat) {
      case ONCE -> this;
      case MORE -> new RequiredPart(starts, ends, false, needed);
      case ANY -> UNKNOWN;
      case OPTIONAL -> {
        Set<String> texts = new LinkedHashSet<>(starts);
        texts.add("");
        yield exact ? exactly(List.copyOf(texts)) : UNKNOWN;
      }
    };
  }

  /** How often a part may come. */
  enum Repeat {
    ONCE,
    OPTIONAL,
    ANY,
    MORE
  }

  /** What one of two alternatives must contain. */
  static RequiredPart either(RequiredPart one, RequiredPart other) {
    boolean known = !one.needed.isEmpty() && !other.needed.isEmpty();
    return new RequiredPart(
        join(one.starts, other.starts),
        join(one.ends, other.ends),
        one.exact && other.exact,
        known ? join(one.needed, other.needed) : List.of());
  }

  private static <T> List<T> join(List<T> one, List<T> other) {
    Set<T> all = new LinkedHashSet<>(one);
    all.addAll(other);
    return List.copyOf(all);
  }
}
