package io.kwhy.parse.host;

import io.kwhy.fact.node.Kernel;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import io.kwhy.parse.text.Line;
import io.kwhy.parse.text.Lines;
import java.io.IOException;
import java.util.List;

/**
 * {@code uname -a}. The machine stands before the operating system's name at the end; Red Hat's
 * uname repeats it for processor and platform, older ones say {@code unknown} there.
 */
final class KernelParser implements Parser {

  @Override
  public void parse(Input input, Facts facts) throws IOException {
    Lines.eachOfSome(input, facts, line -> kernel(line, input, facts));
  }

  private static void kernel(Line line, Input input, Facts facts) {
    List<String> words = line.words();
    if (words.size() < 4 || !words.get(0).equals("Linux")) {
      facts.gap(line.number(), line.insteadOf("what uname -a prints"));
      return;
    }
    facts.add(
        new Kernel(
            input.node(),
            words.get(1),
            words.get(2),
            machine(words.subList(3, words.size())),
            facts.at(line.number())));
  }

  private static String machine(List<String> words) {
    int at = words.size() - 1;
    while (at > 0 && (words.get(at).endsWith("Linux") || words.get(at).equals("unknown"))) {
      at--;
    }
    return words.get(at);
  }
}
