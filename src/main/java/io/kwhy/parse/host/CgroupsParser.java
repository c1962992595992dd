package io.kwhy.parse.host;

import io.kwhy.fact.node.CgroupController;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import io.kwhy.parse.text.Line;
import io.kwhy.parse.text.Lines;
import java.io.IOException;
import java.util.List;

/**
 * {@code /proc/cgroups}: a control group on each line, with the hierarchy that it hangs in and
 * whether it is switched on. One in hierarchy 0 is that of version 2, or in use nowhere.
 */
final class CgroupsParser implements Parser {

  private static final int COLUMNS = 4;

  @Override
  public void parse(Input input, Facts facts) throws IOException {
    Lines.eachOfSome(input, facts, line -> controller(line, input, facts));
  }

  private static void controller(Line line, Input input, Facts facts) {
    List<String> words = line.words();
    if (words.get(0).startsWith("#")) {
      return;
    }
    if (words.size() != COLUMNS || !words.get(COLUMNS - 1).matches("[01]")) {
      facts.gap(line.number(), line.insteadOf("a control group and whether it is on"));
      return;
    }
    facts.add(
        new CgroupController(
            input.node(),
            words.get(0),
            words.get(1).equals("0") ? 0 : 1,
            words.get(COLUMNS - 1).equals("1"),
            facts.at(line.number())));
  }
}
