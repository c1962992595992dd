package io.kwhy.parse.network;

import io.kwhy.fact.node.HostsEntry;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import io.kwhy.parse.text.Line;
import io.kwhy.parse.text.Lines;
import java.io.IOException;
import java.util.List;

/** {@code /etc/hosts}: an address and its names on a line, a fact for each name. */
final class HostsFileParser implements Parser {

  @Override
  public void parse(Input input, Facts facts) throws IOException {
    Lines.each(input, facts, line -> entry(line, input, facts));
  }

  private static void entry(Line line, Input input, Facts facts) {
    List<String> words = new Line(line.number(), withoutComment(line.text())).words();
    if (words.isEmpty()) {
      return;
    }
    if (words.size() < 2 || !AddressText.address(words.get(0))) {
      facts.gap(line.number(), line.insteadOf("an address and names"));
      return;
    }
    for (String name : words.subList(1, words.size())) {
      facts.add(new HostsEntry(input.node(), words.get(0), name, facts.at(line.number())));
    }
  }

  private static String withoutComment(String text) {
    int comment = text.indexOf('#');
    return comment < 0 ? text : text.substring(0, comment);
  }
}
