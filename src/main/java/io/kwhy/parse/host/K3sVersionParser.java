package io.kwhy.parse.host;

import io.kwhy.fact.node.K3sVersion;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import io.kwhy.parse.text.Line;
import io.kwhy.parse.text.Lines;
import java.io.IOException;
import java.util.List;

/** {@code k3s --version}: {@code k3s version v1.36.3+k3s1 (66a14f0e)}, then Go's version. */
final class K3sVersionParser implements Parser {

  @Override
  public void parse(Input input, Facts facts) throws IOException {
    Lines.eachOfSome(input, facts, line -> version(line, input, facts));
  }

  private static void version(Line line, Input input, Facts facts) {
    List<String> words = line.words();
    boolean version = words.size() > 2 && words.get(1).equals("version");
    if (version && words.get(0).equals("k3s")) {
      facts.add(new K3sVersion(input.node(), words.get(2), facts.at(line.number())));
    } else if (!version || !words.get(0).equals("go")) {
      facts.gap(line.number(), line.insteadOf("k3s version …"));
    }
  }
}
