package io.kwhy.parse.host;

import io.kwhy.fact.node.OsRelease;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import io.kwhy.parse.text.Line;
import io.kwhy.parse.text.Lines;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * {@code /etc/os-release}: shell assignments. Where ID is missing, it means {@code linux}, says <a
 * href="https://www.freedesktop.org/software/systemd/man/latest/os-release.html">os-release(5)</a>.
 */
final class OsReleaseParser implements Parser {

  @Override
  public void parse(Input input, Facts facts) throws IOException {
    Map<String, Line> assignments = new HashMap<>();
    Lines.eachOfSome(
        input,
        facts,
        line -> {
          if (line.text().strip().startsWith("#")) {
            return;
          }
          int equals = line.text().indexOf('=');
          if (equals > 0) {
            assignments.put(line.text().substring(0, equals).strip(), line);
          } else {
            facts.gap(line.number(), line.insteadOf("NAME=value"));
          }
        });
    if (!assignments.isEmpty()) {
      facts.add(release(assignments, input, facts));
    }
  }

  private static OsRelease release(Map<String, Line> assignments, Input input, Facts facts) {
    Line whole = new Line(0, "");
    Line quoted = assignments.getOrDefault("ID", whole);
    return new OsRelease(
        input.node(),
        assignments.containsKey("ID") ? value(quoted) : "linux",
        value(assignments.getOrDefault("VERSION_ID", whole)),
        value(assignments.getOrDefault("PRETTY_NAME", whole)),
        facts.at(assignments.getOrDefault("PRETTY_NAME", quoted).number()));
  }

  private static String value(Line assignment) {
    String text = assignment.text();
    String value = text.substring(text.indexOf('=') + 1).strip();
    boolean quotes = value.length() > 1 && (inside(value, "\"") || inside(value, "'"));
    return quotes ? value.substring(1, value.length() - 1) : value;
  }

  private static boolean inside(String value, String quote) {
    return value.startsWith(quote) && value.endsWith(quote);
  }
}
