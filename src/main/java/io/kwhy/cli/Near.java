package io.kwhy.cli;

import static java.util.stream.Collectors.joining;

import io.kwhy.fact.EditDistance;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names that somebody may have meant who wrote another: misspelt, shortened, in capitals. */
final class Near {
  private static final int MOST = 5;

  private Near() {}

  /**
   * "; near it: a, b", the nearest first.
   *
   * @param otherwise what to say where nothing is near
   */
  static String told(String asked, Collection<String> known, String otherwise) {
    List<String> near = to(asked, known);
    return near.isEmpty() ? otherwise : near.stream().collect(joining(", ", "; near it: ", ""));
  }

  /** At most five, the nearest first. */
  static List<String> to(String asked, Collection<String> known) {
    String wanted = plain(asked);
    return known.stream()
        .filter(name -> isMisspelt(wanted, plain(name)) || sharesAWord(name, asked))
        .sorted(
            Comparator.comparingInt((String name) -> EditDistance.between(wanted, plain(name)))
                .thenComparing(Comparator.naturalOrder()))
        .limit(MOST)
        .toList();
  }

  private static boolean isMisspelt(String asked, String known) {
    return !asked.isEmpty() && EditDistance.between(asked, known) <= 1 + asked.length() / 4;
  }

  private static boolean sharesAWord(String known, String asked) {
    return Arrays.stream(asked.toLowerCase(Locale.ROOT).split("-", -1))
        .anyMatch(word -> word.length() > 2 && known.toLowerCase(Locale.ROOT).contains(word));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_ .]", "");
  }
}
