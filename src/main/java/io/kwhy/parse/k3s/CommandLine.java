package io.kwhy.parse.k3s;

import io.kwhy.fact.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;

/** The flags of a k3s command line. */
final class CommandLine {
  private CommandLine() {}

  /** Which of {@code k3s server} and {@code k3s agent} the words run; {@code ""} for neither. */
  static String role(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      String program = word.substring(word.lastIndexOf('/') + 1);
      if (program.equals("k3s-server") || program.equals("k3s-agent")) {
        return program.substring("k3s-".length());
      }
      if (program.equals("k3s") && i + 1 < words.size()) {
        String verb = words.get(i + 1).toLowerCase(Locale.ROOT);
        return verb.equals("server") || verb.equals("agent") ? verb : "";
      }
    }
    return "";
  }

  /** The flags after the verb. */
  static List<Given> flags(List<String> words, String from, Origin origin) {
    List<ShellWords.Word> placed =
        words.stream().map(word -> new ShellWords.Word(word, 0)).toList();
    return flags(placed, from, line -> origin);
  }

  /**
   * The flags after the verb.
   *
   * @param places from the line of a word to where that is
   */
  static List<Given> flags(List<ShellWords.Word> words, String from, IntFunction<Origin> places) {
    List<Given> flags = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i).text();
      if (!word.startsWith("-") || word.equals("-") || word.equals("--")) {
        continue;
      }
      Origin origin = places.apply(words.get(i).line());
      String flag = word.replaceFirst("^--?", "");
      int equals = flag.indexOf('=');
      if (equals >= 0) {
        flags.add(
            Given.of(name(flag.substring(0, equals)), flag.substring(equals + 1), from, origin));
      } else if (i + 1 == words.size() || standsAlone(flag, words.get(i + 1).text())) {
        flags.add(Given.of(name(flag), "true", from, origin));
      } else {
        i++;
        flags.add(Given.of(name(flag), words.get(i).text(), from, origin));
      }
    }
    return merged(flags);
  }

  /** Whether a flag takes no value; one that is not known takes none that looks like a flag. */
  private static boolean standsAlone(String flag, String next) {
    return FlagTable.builtIn()
        .find(flag)
        .map(known -> known.takes().equals("nothing"))
        .orElse(next.startsWith("-"));
  }

  private static String name(String flag) {
    return FlagTable.builtIn().find(flag).map(FlagTable.Flag::name).orElse(flag);
  }

  /** A flag that is given several times is a list. */
  private static List<Given> merged(List<Given> flags) {
    Map<String, List<Given>> byKey = new LinkedHashMap<>();
    for (Given flag : flags) {
      byKey.computeIfAbsent(flag.key(), key -> new ArrayList<>(1)).add(flag);
    }
    return byKey.values().stream().map(CommandLine::list).toList();
  }

  private static Given list(List<Given> same) {
    Given last = same.get(same.size() - 1);
    List<Given.Value> values = same.stream().flatMap(each -> each.values().stream()).toList();
    return new Given(last.key(), values, last.from(), false);
  }
}
