package io.kwhy.parse.host;

import io.kwhy.fact.node.MachineId;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import io.kwhy.parse.text.Lines;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;

/** {@code /etc/machine-id}: 32 hex digits. */
final class MachineIdParser implements Parser {

  private static final Pattern ID = Pattern.compile("[0-9A-Fa-f]{32}");

  @Override
  public void parse(Input input, Facts facts) throws IOException {
    Lines.eachOfSome(
        input,
        facts,
        line -> {
          String id = line.text().strip();
          if (ID.matcher(id).matches()) {
            facts.add(
                new MachineId(input.node(), id.toLowerCase(Locale.ROOT), facts.at(line.number())));
          } else {
            facts.gap(line.number(), line.insteadOf("32 hex digits"));
          }
        });
  }
}
