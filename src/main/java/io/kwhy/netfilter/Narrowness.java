package io.kwhy.netfilter;

import java.util.List;

/** Which of two members of a set covers fewer addresses, by its first part. */
final class Narrowness {

  private Narrowness() {}

  static boolean atLeast(Pattern one, Pattern other) {
    return inside(first(one), first(other));
  }

  private static boolean inside(Pattern one, Pattern other) {
    return one instanceof Pattern.Addresses a
        && other instanceof Pattern.Addresses b
        && a.first().compareTo(b.first()) >= 0
        && a.last().compareTo(b.last()) <= 0;
  }

  private static Pattern first(Pattern pattern) {
    List<Pattern> parts = pattern instanceof Pattern.Parts all ? all.parts() : List.of(pattern);
    return parts.get(0);
  }
}
