package io.kwhy.names;

import java.util.ArrayList;
import java.util.List;

/**
 * The names that a resolver asks for, one after the other, until one of them exists.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/resolv.conf.5.html">resolv.conf(5)</a>
 */
public final class Candidates {
  private Candidates() {}

  /** In glibc's order; each without the final dot. */
  public static List<String> of(String name, List<String> search, int ndots) {
    if (name.endsWith(".")) {
      return List.of(name.substring(0, name.length() - 1));
    }
    List<String> candidates = new ArrayList<>();
    boolean asItIsFirst = name.chars().filter(character -> character == '.').count() >= ndots;
    if (asItIsFirst) {
      candidates.add(name);
    }
    for (String domain : search) {
      candidates.add(domain.equals(".") ? name : name + "." + domain);
    }
    if (!asItIsFirst && !search.contains(".")) {
      candidates.add(name);
    }
    return List.copyOf(candidates);
  }
}
