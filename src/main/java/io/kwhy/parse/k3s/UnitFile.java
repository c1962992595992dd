package io.kwhy.parse.k3s;

import io.kwhy.fact.node.CutCommand;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.SmallFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A systemd unit, a drop-in of one, or an OpenRC script that starts k3s: its command line and
 * environment.
 *
 * @see <a
 *     href="https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html">systemd.unit</a>
 */
final class UnitFile {
  private static final String COMMAND = "ExecStart=";
  private static final String ARGUMENTS = "command_args=";
  private static final String VARIABLES = "Environment=";

  /** The command of k3s and names of flags; values may be secret. */
  private static final Pattern NAMES =
      Pattern.compile("(?<![^\\s'\"])(?:server|agent|--[a-z][a-z0-9-]*)(?![^\\s'\"=])");

  private final Facts facts;
  private final List<Given> flags = new ArrayList<>();
  private final List<Given> variables = new ArrayList<>();
  private final List<CutCommand> cut = new ArrayList<>();
  private boolean startsAnew;

  private UnitFile(Facts facts) {
    this.facts = facts;
  }

  static UnitFile read(Input input, Facts facts) throws IOException {
    UnitFile unit = new UnitFile(facts);
    List<String> lines = SmallFile.lines(input, facts);
    for (int i = 0; i < lines.size(); i++) {
      int first = i + 1;
      StringBuilder logical = new StringBuilder(lines.get(i).stripLeading());
      while (logical.length() > 0
          && logical.charAt(logical.length() - 1) == '\\'
          && i + 1 < lines.size()) {
        logical.setLength(logical.length() - 1);
        logical.append('\n').append(lines.get(++i).stripLeading());
      }
      unit.line(logical.toString().stripTrailing(), first);
      if (logical.indexOf(COMMAND) == 0 && isCut(logical.toString())) {
        List<String> lost = lost(lines.subList(i + 1, lines.size()));
        unit.cut.add(new CutCommand(input.node(), input.hostPath(), lost, facts.at(i + 1)));
      }
    }
    return unit;
  }

  /** Only a backslash that is the very last of its line joins the next one to it. */
  private static boolean isCut(String line) {
    String stripped = line.stripTrailing();
    return stripped.endsWith("\\") && stripped.length() < line.length();
  }

  private static List<String> lost(List<String> following) {
    List<String> lost = new ArrayList<>();
    for (String line : following) {
      NAMES.matcher(line).results().map(MatchResult::group).forEach(lost::add);
      if (!line.stripTrailing().endsWith("\\")) {
        break;
      }
    }
    return lost;
  }

  /** Commands that end before they are meant to. */
  List<CutCommand> cut() {
    return List.copyOf(cut);
  }

  /** What it puts into the environment, the last word on a setting last. */
  List<Given> variables() {
    return List.copyOf(variables);
  }

  /**
   * What the command of a unit says, the last word on a setting last: an empty command takes back
   * those that earlier files gave.
   *
   * @param files of one unit, drop-ins last
   */
  static List<Given> flags(List<UnitFile> files) {
    List<Given> flags = new ArrayList<>();
    for (UnitFile file : files) {
      if (file.startsAnew) {
        flags.clear();
      }
      flags.addAll(file.flags);
    }
    return flags;
  }

  private void line(String line, int number) {
    if (line.equals(COMMAND)) {
      startsAnew = true;
      flags.clear();
    } else if (line.startsWith(COMMAND)) {
      flags.addAll(flags(line.substring(COMMAND.length()), number));
    } else if (line.startsWith(ARGUMENTS)) {
      List<ShellWords.Word> words = ShellWords.placed(line.substring(ARGUMENTS.length()));
      if (!words.isEmpty()) {
        flags.addAll(flags(words.get(0).text(), number));
      }
    } else if (line.startsWith(VARIABLES)) {
      for (ShellWords.Word word : ShellWords.placed(line.substring(VARIABLES.length()))) {
        variables.addAll(EnvironmentFile.assignment(word.text(), facts.at(number + word.line())));
      }
    }
  }

  private List<Given> flags(String command, int number) {
    return CommandLine.flags(
        ShellWords.placed(command), "unit file", line -> facts.at(number + line));
  }
}
