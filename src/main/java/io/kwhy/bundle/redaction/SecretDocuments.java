package io.kwhy.bundle.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Kubernetes manifests in YAML, of which Secrets lose what they hold, whatever it is called. What a
 * document is may stand at its end, so its lines are kept until then.
 */
public final class SecretDocuments {
  private static final Pattern SECRET =
      Pattern.compile("[\\s-]*kind:\\s*[\"']?Secret[\"']?\\s*(?:#.*)?");
  private static final Pattern HELD = Pattern.compile("[\\s-]*(?:data|stringData|binaryData):.*");
  private static final int NOTHING = -1;

  /** Characters of a document; the API takes no object of more than 3 MiB, nor does a List. */
  private static final int LONGEST = 16 << 20;

  /** What a line takes besides its characters, about. */
  private static final int LINE = 64;

  private final List<String> document = new ArrayList<>();
  private int length;

  /** Takes the next line, and gives those that are ready, which may be none or many. */
  public List<String> next(String line) {
    if (line.startsWith("---")) {
      List<String> ready = end();
      ready.add(line);
      return ready;
    }
    boolean known = length > LONGEST;
    length += known ? 0 : line.length() + LINE;
    if (known) {
      return List.of(Blanking.MARK);
    }
    document.add(line);
    return length > LONGEST ? taken(true) : List.of();
  }

  /** The lines that were waiting for the end of the last document. */
  public List<String> end() {
    List<String> ready = taken(document.stream().anyMatch(line -> SECRET.matcher(line).matches()));
    length = 0;
    return ready;
  }

  /** A document that is too long to wait for its end counts as a Secret. */
  private List<String> taken(boolean secret) {
    List<String> lines = new ArrayList<>(document);
    document.clear();
    if (secret) {
      blank(lines);
    }
    return lines;
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
