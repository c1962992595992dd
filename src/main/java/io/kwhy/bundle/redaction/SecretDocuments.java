package io.kwhy.bundle.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Kubernetes manifests in YAML, of which Secrets lose what they hold, whatever it is called. */
public final class SecretDocuments {
  private static final Pattern SECRET =
      Pattern.compile("[\\s-]*kind:\\s*[\"']?Secret[\"']?\\s*(?:#.*)?");
  private static final Pattern HELD = Pattern.compile("[\\s-]*(?:data|stringData|binaryData):.*");
  private static final int NOTHING = -1;

  private SecretDocuments() {}

  /** The lines, as many as before. */
  public static List<String> blanked(List<String> lines) {
    List<String> out = new ArrayList<>(lines);
    int start = 0;
    for (int at = 0; at <= out.size(); at++) {
      if (at == out.size() || out.get(at).startsWith("---")) {
        if (out.subList(start, at).stream().anyMatch(line -> SECRET.matcher(line).matches())) {
          blank(out.subList(start, at));
        }
        start = at + 1;
      }
    }
    return out;
  }

  private static void blank(List<String> document) {
    int held = NOTHING;
    int keys = NOTHING;
    for (int at = 0; at < document.size(); at++) {
      String line = document.get(at);
      if (line.isBlank()) {
        continue;
      }
      int column = column(line);
      boolean comment = line.startsWith("#", column);
      if (held != NOTHING && (column > held || comment)) {
        keys = keys == NOTHING && !comment ? column : keys;
        document.set(at, masked(line, column == keys && !comment));
      } else {
        boolean holds = HELD.matcher(line).matches();
        held = holds ? column : NOTHING;
        keys = NOTHING;
        document.set(at, holds ? line.substring(0, line.indexOf(':') + 1) + rest(line) : line);
      }
    }
  }

  /** Where the words of a line begin; an element of a list has a hyphen before them. */
  private static int column(String line) {
    int column = 0;
    while (column < line.length() - 1 && " \t-".indexOf(line.charAt(column)) >= 0) {
      column++;
    }
    return column;
  }

  /** What a value goes on with may have a colon in it, too. */
  private static String masked(String line, boolean key) {
    int colon = key ? line.indexOf(':') : -1;
    return line.substring(0, colon + 1) + (colon < 0 ? "  " : " ") + Blanking.MARK;
  }

  private static String rest(String line) {
    return line.substring(line.indexOf(':') + 1).isBlank() ? "" : " {}";
  }
}
