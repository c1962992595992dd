package io.kwhy.parse.host;

import io.kwhy.fact.node.EnabledUnit;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import io.kwhy.parse.text.Line;
import io.kwhy.parse.text.Lines;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code systemctl show -p Id,UnitFileState}; a unit that the host has not got has no state. */
final class EnabledUnitsParser implements Parser {

  private static final String ID = "Id=";
  private static final String STATE = "UnitFileState=";

  @Override
  public void parse(Input input, Facts facts) throws IOException {
    List<String> states = new ArrayList<>();
    List<Line> ids = new ArrayList<>();
    Lines.eachOfSome(
        input,
        facts,
        line -> {
          String text = line.text().strip();
          if (text.startsWith(ID)) {
            ids.add(line);
          } else if (text.startsWith(STATE)) {
            states.add(text.substring(STATE.length()));
          } else {
            facts.gap(line.number(), line.insteadOf("Id or UnitFileState"));
          }
        });
    for (int at = 0; at < Math.min(ids.size(), states.size()); at++) {
      unit(ids.get(at), states.get(at), input, facts);
    }
  }

  private static void unit(Line id, String state, Input input, Facts facts) {
    if (!state.isEmpty()) {
      String unit = id.text().strip().substring(ID.length());
      facts.add(new EnabledUnit(input.node(), unit, state, facts.at(id.number())));
    }
  }
}
