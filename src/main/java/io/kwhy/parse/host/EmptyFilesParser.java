package io.kwhy.parse.host;

import io.kwhy.fact.node.EmptyFile;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import io.kwhy.parse.text.Lines;
import java.io.IOException;

/** {@code find … -size 0}: a path in each line, of which some are empty by design, as locks are. */
final class EmptyFilesParser implements Parser {

  @Override
  public void parse(Input input, Facts facts) throws IOException {
    Lines.each(
        input,
        facts,
        line -> {
          String path = line.text().strip();
          if (path.startsWith("/")) {
            facts.add(new EmptyFile(input.node(), path, facts.at(line.number())));
          } else {
            facts.gap(line.number(), line.insteadOf("the path of a file"));
          }
        });
  }
}
