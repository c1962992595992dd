package io.kwhy.parse.k3s;

import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.SmallFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A systemd unit or an OpenRC script that starts k3s: its command line and environment. */
final class UnitFile {
  private UnitFile() {}

  static List<Given> read(Input input, Facts facts) throws IOException {
    List<String> lines = SmallFile.lines(input, facts);
    List<Given> settings = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      int first = i + 1;
      StringBuilder logical = new StringBuilder(lines.get(i));
      while (logical.length() > 0
          && logical.charAt(logical.length() - 1) == '\\'
          && i + 1 < lines.size()) {
        logical.setLength(logical.length() - 1);
        logical.append(' ').append(lines.get(++i).strip());
      }
      settings.addAll(line(logical.toString().strip(), facts, first));
    }
    return settings;
  }

  private static List<Given> line(String line, Facts facts, int number) {
    if (line.startsWith("ExecStart=")) {
      List<String> words = CommandLine.words(line.substring("ExecStart=".length()));
      return CommandLine.flags(words, "unit file", facts.at(number));
    }
    if (line.startsWith("command_args=")) {
      List<String> words = CommandLine.words(line.substring("command_args=".length()));
      return words.isEmpty()
          ? List.of()
          : CommandLine.flags(CommandLine.words(words.get(0)), "unit file", facts.at(number));
    }
    if (line.startsWith("Environment=")) {
      List<Given> settings = new ArrayList<>();
      for (String word : CommandLine.words(line.substring("Environment=".length()))) {
        settings.addAll(EnvironmentFile.assignment(word, facts.at(number)));
      }
      return settings;
    }
    return List.of();
  }
}
