package io.kwhy.parse.k3s;

import io.kwhy.fact.node.ContainerdTemplate;
import io.kwhy.fact.node.MalformedFile;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.SmallFile;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * containerd's configuration in TOML, and the template that takes its place. Of TOML only the shape
 * of lines is looked at; a value that goes over several lines ends the look.
 */
public final class ContainerdFiles {
  private static final String FILES = "/files/";
  private static final Pattern TABLE = Pattern.compile("\\[\\[?[^\\[\\]]+\\]\\]?\\s*(?:#.*)?");
  private static final Pattern ENTRY =
      Pattern.compile("(?:[A-Za-z0-9_-]+|\"[^\"]*\"|'[^']*')(?:\\.\\S+)?\\s*=\\s*\\S.*");
  private static final Pattern LONG_VALUE = Pattern.compile(".*(?:\"{3}|'{3}|\\[|\\{)\\s*(?:#.*)?");

  private ContainerdFiles() {}

  /** A template is known by its name; what is in it is Go's template language. */
  public static void template(Input input, Facts facts) {
    facts.add(new ContainerdTemplate(input.node(), path(input), facts.at(0)));
  }

  /** The first line that cannot be TOML. */
  public static void check(Input input, Facts facts) throws IOException {
    List<String> lines = SmallFile.lines(input, facts);
    for (int at = 0; at < lines.size(); at++) {
      String line = lines.get(at).strip();
      boolean plain = line.isEmpty() || line.startsWith("#") || TABLE.matcher(line).matches();
      if (!plain && LONG_VALUE.matcher(line).matches()) {
        return;
      }
      if (!plain && !ENTRY.matcher(line).matches()) {
        facts.add(malformed(input, facts, at + 1));
        return;
      }
    }
  }

  private static MalformedFile malformed(Input input, Facts facts, int line) {
    String problem = "expected a table in brackets, or key = value";
    return new MalformedFile(input.node(), path(input), line, problem, facts.at(line));
  }

  private static String path(Input input) {
    int files = input.path().indexOf(FILES);
    return files < 0 ? input.path() : input.path().substring(files + FILES.length() - 1);
  }
}
