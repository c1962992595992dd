package io.kwhy.parse.host;

import io.kwhy.fact.node.Sysctl;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import io.kwhy.parse.text.Line;
import io.kwhy.parse.text.Lines;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code sysctl}: key, equals sign, value. Values of several words stay as they are. */
final class SysctlParser implements Parser {

  private static final Pattern SETTING = Pattern.compile("([^\\s=]+)\\s*=\\s*(.*)");

  @Override
  public void parse(Input input, Facts facts) throws IOException {
    Lines.eachOfSome(input, facts, line -> setting(line, input, facts));
  }

  private static void setting(Line line, Input input, Facts facts) {
    Matcher setting = SETTING.matcher(line.text().strip());
    if (setting.matches()) {
      facts.add(
          new Sysctl(input.node(), setting.group(1), setting.group(2), facts.at(line.number())));
    } else if (!expectedComplaint(line)) {
      facts.gap(line.number(), line.insteadOf("key = value"));
    }
  }

  /** An interface's stable_secret can't be read until it is set: sysctl -a complains everywhere. */
  private static boolean expectedComplaint(Line line) {
    return line.text().startsWith("sysctl:") && line.text().contains(".stable_secret");
  }
}
