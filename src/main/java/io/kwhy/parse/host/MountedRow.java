package io.kwhy.parse.host;

import io.kwhy.parse.text.Line;
import io.kwhy.parse.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of {@code df}. Devices and mount points may have spaces in them; the figures between them
 * tell where they end.
 *
 * @param header the words of the header
 * @param figures size, used and available; nothing for {@code -}
 */
record MountedRow(
    int line,
    List<String> header,
    String device,
    String type,
    List<OptionalLong> figures,
    String mount) {

  /** The second column, if it is neither the size nor the inodes. */
  private static final Pattern TYPE = Pattern.compile("(?!Size|Inodes)\\p{L}+");

  private static final Pattern WORD = Pattern.compile("\\S+");

  static Optional<MountedRow> of(Line line, List<String> header) {
    List<int[]> words = words(line.text());
    boolean typed = header.size() > 1 && TYPE.matcher(header.get(1)).matches();
    for (int at = typed ? 2 : 1; at + 4 < words.size(); at++) {
      if (figuresAt(line.text(), words, at)) {
        return Optional.of(row(line, header, words, at, typed));
      }
    }
    return Optional.empty();
  }

  private static MountedRow row(
      Line line, List<String> header, List<int[]> words, int at, boolean typed) {
    String text = line.text();
    return new MountedRow(
        line.number(),
        header,
        text.substring(words.get(0)[0], words.get(typed ? at - 2 : at - 1)[1]),
        typed ? word(text, words, at - 1) : "",
        List.of(
            Numbers.whole(word(text, words, at)),
            Numbers.whole(word(text, words, at + 1)),
            Numbers.whole(word(text, words, at + 2))),
        text.substring(words.get(at + 4)[0]).stripTrailing());
  }

  private static boolean figuresAt(String text, List<int[]> words, int at) {
    String share = word(text, words, at + 3);
    return figure(word(text, words, at))
        && figure(word(text, words, at + 1))
        && figure(word(text, words, at + 2))
        && (share.endsWith("%") || share.equals("-"));
  }

  private static boolean figure(String word) {
    return word.equals("-") || Numbers.whole(word).isPresent();
  }

  private static String word(String text, List<int[]> words, int at) {
    return text.substring(words.get(at)[0], words.get(at)[1]);
  }

  private static List<int[]> words(String text) {
    List<int[]> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(new int[] {matcher.start(), matcher.end()});
    }
    return words;
  }
}
