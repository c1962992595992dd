package io.kwhy.parse.k3s;

import io.kwhy.fact.Origin;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.SmallFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Environment of the k3s service: {@code K3S_TOKEN='…'} and the like, a line each.
 *
 * @see <a href="https://docs.k3s.io/reference/env-variables">k3s: environment variables</a>
 */
final class EnvironmentFile {
  private static final String PREFIX = "K3S_";

  private EnvironmentFile() {}

  static List<Given> read(Input input, Facts facts) throws IOException {
    List<Given> settings = new ArrayList<>();
    List<String> lines = SmallFile.lines(input, facts);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.startsWith("export ")) {
        line = line.substring("export ".length());
      }
      for (String word : line.startsWith("#") ? List.<String>of() : CommandLine.words(line)) {
        settings.addAll(assignment(word, facts.at(i + 1)));
      }
    }
    return settings;
  }

  /** A setting from {@code K3S_NAME=value}; nothing from other variables. */
  static List<Given> assignment(String word, Origin origin) {
    int equals = word.indexOf('=');
    if (!word.startsWith(PREFIX) || equals < 0) {
      return List.of();
    }
    String name = word.substring(PREFIX.length(), equals).toLowerCase(Locale.ROOT);
    String key =
        switch (name) {
          case "url" -> "server";
          case "cluster_secret" -> "cluster-secret";
          default -> name.replace('_', '-');
        };
    return List.of(Given.of(key, word.substring(equals + 1), "environment", origin));
  }
}
