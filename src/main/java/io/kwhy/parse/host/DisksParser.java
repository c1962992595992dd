package io.kwhy.parse.host;

import io.kwhy.fact.node.Filesystem;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import io.kwhy.parse.text.Numbers;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code df -PTk}, with or without the type. File systems without a size (an automount point, proc)
 * say nothing about space and yield nothing.
 */
final class DisksParser implements Parser {

  private static final Pattern BLOCKS = Pattern.compile("(\\d{1,9})([BKM]?)-\\p{L}+");

  @Override
  public void parse(Input input, Facts facts) throws IOException {
    MountedRows.each(input, facts, row -> filesystem(row, input, facts));
  }

  private static void filesystem(MountedRow row, Input input, Facts facts) {
    OptionalLong block = blockSize(row.header());
    if (block.isEmpty()) {
      facts.gap(row.line(), "expected a header with the size of blocks, found no such column");
      return;
    }
    List<OptionalLong> figures = row.figures();
    if (figures.stream().anyMatch(OptionalLong::isEmpty) || figures.get(0).getAsLong() <= 0) {
      return;
    }
    long[] bytes =
        figures.stream()
            .mapToLong(figure -> Numbers.times(figure.getAsLong(), block.getAsLong()))
            .toArray();
    facts.add(
        new Filesystem(
            input.node(),
            row.device(),
            row.type(),
            row.mount(),
            bytes[0],
            bytes[1],
            bytes[2],
            facts.at(row.line())));
  }

  private static OptionalLong blockSize(List<String> header) {
    for (String column : header) {
      Matcher blocks = BLOCKS.matcher(column);
      if (blocks.matches()) {
        long bytes = Long.parseLong(blocks.group(1)) * factor(blocks.group(2));
        return bytes > 0 ? OptionalLong.of(bytes) : OptionalLong.empty();
      }
    }
    return OptionalLong.empty();
  }

  private static long factor(String letter) {
    return switch (letter) {
      case "K" -> 1024;
      case "M" -> 1048576;
      default -> 1;
    };
  }
}
