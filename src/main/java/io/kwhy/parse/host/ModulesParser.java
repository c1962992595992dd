package io.kwhy.parse.host;

import io.kwhy.fact.node.KernelModule;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import io.kwhy.parse.text.Line;
import io.kwhy.parse.text.Lines;
import io.kwhy.parse.text.Numbers;
import java.io.IOException;
import java.util.List;

/**
 * {@code lsmod}: a module on each line below the header. Within a container or namespace it may see
 * no modules at all, and says so twice.
 */
final class ModulesParser implements Parser {

  @Override
  public void parse(Input input, Facts facts) throws IOException {
    Reading reading = new Reading(input, facts);
    Lines.eachOfSome(input, facts, reading::line);
  }

  private static final class Reading {
    private final Input input;
    private final Facts facts;
    private boolean header;

    Reading(Input input, Facts facts) {
      this.input = input;
      this.facts = facts;
    }

    void line(Line line) {
      List<String> words = line.words();
      if (!header) {
        header = words.get(0).equals("Module");
        if (!header && !words.get(0).equals("libkmod:")) {
          facts.gap(line.number(), line.insteadOf("the header of lsmod"));
        }
      } else if (words.size() > 2 && Numbers.whole(words.get(1)).isPresent()) {
        facts.add(new KernelModule(input.node(), words.get(0), facts.at(line.number())));
      } else {
        facts.gap(line.number(), line.insteadOf("a module"));
      }
    }
  }
}
