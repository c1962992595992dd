package io.kwhy.parse.host;

import io.kwhy.fact.node.Inodes;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/**
 * {@code df -Pi}. File systems that make inodes as they need them (btrfs, vfat) show 0 or {@code -}
 * and yield nothing: they can't run out.
 */
final class InodesParser implements Parser {

  @Override
  public void parse(Input input, Facts facts) throws IOException {
    MountedRows.each(
        input,
        facts,
        row -> {
          List<OptionalLong> figures = row.figures();
          if (figures.stream().allMatch(OptionalLong::isPresent)
              && figures.get(0).getAsLong() > 0) {
            facts.add(
                new Inodes(
                    input.node(),
                    row.device(),
                    row.mount(),
                    figures.get(0).getAsLong(),
                    figures.get(1).getAsLong(),
                    figures.get(2).getAsLong(),
                    facts.at(row.line())));
          }
        });
  }
}
