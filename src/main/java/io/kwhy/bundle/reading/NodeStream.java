package io.kwhy.bundle.reading;

import io.kwhy.bundle.EntryName;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads what the script that looks at a host prints: lines of evidence begin with {@code |}, all
 * others are marks. {@code @path} begins an entry, {@code -path⇥reason} takes it back where its
 * command failed, {@code !path⇥reason} tells what could not be had, {@code =key⇥value} describes
 * the host, and {@code #end} ends it.
 */
public final class NodeStream {
  /** How such a stream begins. */
  static final String MAGIC = "#kwhy-node ";

  private static final int VERSION = 1;
  private static final int BUFFER = 64 << 10;
  private static final int LONGEST_MARK = 4 << 10;

  /** As many lines may come before the first of the script's. */
  private static final int GREETING = 200;

  /** As much is told of what is no answer. */
  private static final int SHOWN = 200;

  private static final String PROBES = "probes.tsv";

  /** Takes what a stream holds, in its order. Paths are those below the host's folder. */
  public interface Visitor {
    /** What a host says of itself, such as its name. */
    void described(String key, String value) throws IOException;

    /** An entry; what is not read of it is passed over. */
    void entry(String path, InputStream body) throws IOException;

    /** The command of the entry that came last failed. */
    void failed(String path, String reason) throws IOException;

    /** An entry that could not be had, and why. */
    void missing(String path, String reason) throws IOException;
  }

  private final InputStream in;
  private final Visitor visitor;
  private boolean ended;

  private NodeStream(InputStream in, Visitor visitor) {
    this.in = in;
    this.visitor = visitor;
  }

  /**
   * Reads a stream to its end.
   *
   * @throws IOException if it is none, or breaks off; what came before is told
   */
  public static void read(InputStream in, Visitor visitor) throws IOException {
    new NodeStream(new BufferedInputStream(in, BUFFER), visitor).read();
  }

  /** Where in a bundle an entry of a host belongs. */
  public static String bundlePath(String node, String path) {
    return path.equals(PROBES) ? "probes/" + node + ".tsv" : "nodes/" + node + "/" + path;
  }

  /** Whether a name can be a host's in a bundle. */
  public static boolean isName(String name) {
    return !name.contains("/") && EntryName.of(name) instanceof EntryName.Path;
  }

  private void read() throws IOException {
    String first = beginning();
    if (!first.equals(MAGIC + VERSION)) {
      throw new IOException(
          "expected form "
              + VERSION
              + " of what kwhy's script prints, found form "
              + shown(first.substring(MAGIC.length())));
    }
    while (!ended) {
      mark();
    }
  }

  /** The first line of the script's; a login may say something before. */
  private String beginning() throws IOException {
    String said = "";
    for (int count = 0; count < GREETING && more(); count++) {
      String line = line();
      if (line.startsWith(MAGIC)) {
        return line;
      }
      said = said.isEmpty() ? line.strip() : said;
    }
    throw new IOException(
        "expected what kwhy's script prints, found "
            + (said.isEmpty() ? "nothing" : "\"" + shown(said) + "\""));
  }

  private static String shown(String text) {
    return text.substring(0, Math.min(SHOWN, text.length()));
  }

  private boolean more() throws IOException {
    in.mark(1);
    boolean more = in.read() >= 0;
    if (more) {
      in.reset();
    }
    return more;
  }

  private void mark() throws IOException {
    in.mark(1);
    int kind = in.read();
    if (kind == '|') {
      in.reset();
      new EntryBody(in).drain();
      return;
    }
    if (kind < 0) {
      throw EntryBody.brokeOff();
    }
    if (kind == '\n') {
      return;
    }
    String rest = line();
    int tab = rest.indexOf('\t');
    String name = tab < 0 ? rest : rest.substring(0, tab);
    String said = tab < 0 ? "" : rest.substring(tab + 1).strip();
    switch (kind) {
      case '@' -> {
        EntryBody body = new EntryBody(in);
        visitor.entry(name, body);
        body.drain();
      }
      case '-' -> visitor.failed(name, said);
      case '!' -> visitor.missing(name, said);
      case '=' -> visitor.described(name, said);
      case '#' -> ended = name.equals("end");
      // Something else on the host wrote to the same output: no evidence.
      default -> {}
    }
  }

  private String line() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int next = in.read();
    while (next >= 0 && next != '\n') {
      if (bytes.size() < LONGEST_MARK) {
        bytes.write(next);
      }
      next = in.read();
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
