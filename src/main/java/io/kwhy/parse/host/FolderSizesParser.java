package io.kwhy.parse.host;

import io.kwhy.fact.node.FolderSize;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import io.kwhy.parse.text.Line;
import io.kwhy.parse.text.Lines;
import io.kwhy.parse.text.Numbers;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/** {@code du -xsk}: KiB and a folder on each line. */
final class FolderSizesParser implements Parser {

  private static final int KIB = 1024;

  @Override
  public void parse(Input input, Facts facts) throws IOException {
    Lines.each(input, facts, line -> folder(line, input, facts));
  }

  private static void folder(Line line, Input input, Facts facts) {
    List<String> words = line.columns(2);
    OptionalLong size = Numbers.whole(words.get(0));
    if (size.isEmpty() || words.size() < 2 || !words.get(1).startsWith("/")) {
      facts.gap(line.number(), line.insteadOf("KiB and a folder"));
      return;
    }
    facts.add(
        new FolderSize(
            input.node(),
            words.get(1),
            Numbers.times(size.getAsLong(), KIB),
            facts.at(line.number())));
  }
}
