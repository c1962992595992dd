package io.kwhy.parse.host;

import io.kwhy.fact.node.KernelArgument;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import io.kwhy.parse.text.Line;
import io.kwhy.parse.text.Lines;
import java.io.IOException;

/** {@code /proc/cmdline}: what the kernel was started with, on one line. */
final class KernelArgumentsParser implements Parser {

  @Override
  public void parse(Input input, Facts facts) throws IOException {
    Lines.eachOfSome(input, facts, line -> arguments(line, input, facts));
  }

  private static void arguments(Line line, Input input, Facts facts) {
    for (String word : line.words()) {
      int equals = word.indexOf('=');
      facts.add(
          new KernelArgument(
              input.node(),
              equals < 0 ? word : word.substring(0, equals),
              equals < 0 ? "" : word.substring(equals + 1),
              facts.at(line.number())));
    }
  }
}
