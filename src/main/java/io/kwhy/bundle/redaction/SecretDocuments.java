package io.kwhy.bundle.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Kubernetes manifests in YAML, of which Secrets lose what they hold, whatever it is called. What a
 * document is may stand at its end, so its lines are kept until then. Of one that is a Secret in
 * another form than a line for each field (JSON, a map between braces) no line is kept.
 */
public final class SecretDocuments {
  private static final Pattern SECRET =
      Pattern.compile("[\\s-]*[\"']?kind[\"']?:\\s+[\"']?Secret[\"']?\\s*(?:#.*)?");

  /** In any form, also as one of a list, and where the word stands on a line of its own. */
  private static final Pattern SOME_SECRET =
      Pattern.compile(
          "kind[\"']?\\s*:[^,}]*\\bSecret(?:List)?\\b|^[\\s:]*[\"']?Secret(?:List)?[\"']?[\\s,}]*$");

  private static final Pattern HELD =
      Pattern.compile("[\\s-]*[\"']?(?:data|stringData|binaryData)[\"']?\\s*:.*");
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
    boolean usual = false;
    boolean other = false;
    for (String line : document) {
      boolean isUsual = SECRET.matcher(line).matches();
      usual |= isUsual;
      other |= !isUsual && SOME_SECRET.matcher(line).find();
    }
    if (other) {
      document.replaceAll(line -> line.isBlank() ? line : Blanking.MARK);
    }
    List<String> ready = taken(usual);
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
    boolean open = false;
    for (int at = 0; at < document.size(); at++) {
      String line = document.get(at);
      if (line.isBlank()) {
        continue;
      }
      int column = column(line);
      boolean comment = line.startsWith("#", column);
      if (open) {
        document.set(at, Blanking.MARK);
      } else if (held != NOTHING && (column > held || comment)) {
        keys = keys == NOTHING && !comment ? column : keys;
        document.set(at, masked(line, column == keys && !comment));
      } else {
        boolean holds = HELD.matcher(line).matches();
        held = holds ? column : NOTHING;
        keys = NOTHING;
        open = holds && isOpen(line);
        document.set(at, holds ? line.substring(0, line.indexOf(':') + 1) + rest(line) : line);
      }
    }
  }

  /** Whether a brace is open at its end: what follows may be indented in any way. */
  private static boolean isOpen(String line) {
    return line.indexOf('{') >= 0 && !line.stripTrailing().endsWith("}");
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
