package io.kwhy.parse.host;

import io.kwhy.fact.node.UnitState;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import io.kwhy.parse.text.Found;
import io.kwhy.parse.text.Line;
import io.kwhy.parse.text.Lines;
import io.kwhy.parse.text.Numbers;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code systemctl show} of one or more units: a block of properties for each, in any order. A
 * blank line ends a block, and so does a property that the block has already.
 */
final class UnitStateParser implements Parser {

  private static final Line NONE = new Line(0, "");

  @Override
  public void parse(Input input, Facts facts) throws IOException {
    boolean nothing = true;
    Map<String, Line> block = new HashMap<>();
    try (Lines lines = Lines.of(input, facts)) {
      for (Optional<Line> next = lines.next(); next.isPresent(); next = lines.next()) {
        Line line = next.get();
        nothing &= line.blank();
        String key = key(line);
        if (line.blank() || block.containsKey(key)) {
          unit(block, input, facts);
          block.clear();
        }
        if (!key.isEmpty()) {
          block.put(key, line);
        } else if (!line.blank()) {
          facts.gap(line.number(), line.insteadOf("Property=value"));
        }
      }
    }
    unit(block, input, facts);
    if (nothing) {
      facts.gap(0, "is empty");
    }
  }

  private static String key(Line line) {
    int equals = line.text().indexOf('=');
    String key = equals < 0 ? "" : line.text().substring(0, equals).strip();
    return key.chars().allMatch(Character::isLetterOrDigit) ? key : "";
  }

  private static void unit(Map<String, Line> block, Input input, Facts facts) {
    if (block.isEmpty() || value(block, "LoadState").equals("not-found")) {
      return;
    }
    String id = value(block, "Id");
    String active = value(block, "ActiveState");
    Line line = block.getOrDefault("ActiveState", block.getOrDefault("Id", NONE));
    if (id.isEmpty() || active.isEmpty()) {
      facts.gap(
          line.number(),
          "expected Id and ActiveState of a unit, found only " + Found.quoted(id + active));
      return;
    }
    facts.add(
        new UnitState(
            input.node(),
            id.endsWith(".service") ? id.substring(0, id.length() - ".service".length()) : id,
            active,
            value(block, "SubState"),
            (int) Math.min(Integer.MAX_VALUE, number(block, "NRestarts", facts)),
            number(block, "MainPID", facts),
            value(block, "ExecMainStatus"),
            facts.at(line.number())));
  }

  private static long number(Map<String, Line> block, String key, Facts facts) {
    String value = value(block, key);
    if (value.isEmpty()) {
      return 0;
    }
    return Numbers.whole(value)
        .orElseGet(
            () -> {
              Line line = block.get(key);
              facts.gap(line.number(), line.insteadOf(key + "= and a number"));
              return 0;
            });
  }

  private static String value(Map<String, Line> block, String key) {
    String text = block.getOrDefault(key, NONE).text();
    return text.substring(text.indexOf('=') + 1).strip();
  }
}
