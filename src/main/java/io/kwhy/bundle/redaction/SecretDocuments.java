package io.kwhy.bundle.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Kubernetes manifests in YAML, of which Secrets lose what they hold, whatever it is called. */
public final class SecretDocuments {
  private static final Pattern SECRET = Pattern.compile("kind:\\s*[\"']?Secret[\"']?\\s*");
  private static final Pattern HELD = Pattern.compile("(?:data|stringData|binaryData):.*");

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
    boolean held = false;
    for (int at = 0; at < document.size(); at++) {
      String line = document.get(at);
      boolean nested = line.isBlank() || line.startsWith(" ") || line.startsWith("\t");
      if (!nested) {
        held = HELD.matcher(line).matches();
        if (held) {
          document.set(at, line.substring(0, line.indexOf(':') + 1) + rest(line));
        }
      } else if (held && !line.isBlank()) {
        int colon = line.indexOf(':');
        document.set(
            at,
            colon < 0 ? "  " + Blanking.MARK : line.substring(0, colon + 1) + " " + Blanking.MARK);
      }
    }
  }

  private static String rest(String line) {
    return line.substring(line.indexOf(':') + 1).isBlank() ? "" : " {}";
  }
}
