package io.kwhy.parse.host;

import io.kwhy.fact.node.SelinuxMode;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import io.kwhy.parse.text.Line;
import io.kwhy.parse.text.Lines;
import java.io.IOException;

/** {@code getenforce}: one word. */
final class SelinuxParser implements Parser {

  @Override
  public void parse(Input input, Facts facts) throws IOException {
    Lines.eachOfSome(input, facts, line -> mode(line, input, facts));
  }

  private static void mode(Line line, Input input, Facts facts) {
    String mode = line.text().strip();
    if (mode.matches("Enforcing|Permissive|Disabled")) {
      facts.add(new SelinuxMode(input.node(), mode, facts.at(line.number())));
    } else {
      facts.gap(line.number(), line.insteadOf("Enforcing, Permissive or Disabled"));
    }
  }
}
