package io.kwhy.names.corefile;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a Corefile into words as Caddy does, on which CoreDNS stands: at white space; a word that
 * begins with a quote ends with one; {@code #} hides the rest of the line.
 *
 * @see <a href="https://coredns.io/manual/configuration/">CoreDNS: the Corefile</a>
 */
final class CorefileLexer {
  private final String text;
  private final String file;
  private final List<CorefileToken> tokens = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private int line = 1;
  private int firstLine = 1;

  private CorefileLexer(String text, String file) {
    this.text = text;
    this.file = file;
  }

  static List<CorefileToken> tokens(String text, String file) {
    CorefileLexer lexer = new CorefileLexer(text, file);
    lexer.read();
    return List.copyOf(lexer.tokens);
  }

  private void read() {
    int at = 0;
    while (at < text.length()) {
      char next = text.charAt(at);
      if (next == '#') {
        at = endOfLine(at);
      } else if (next == '"' && word.isEmpty()) {
        at = quoted(at + 1);
      } else {
        plain(next);
        at++;
      }
    }
    end();
  }

  private void plain(char next) {
    if (Character.isWhitespace(next)) {
      if (next != '\r') {
        end();
      }
      line += next == '\n' ? 1 : 0;
      return;
    }
    if (word.isEmpty()) {
      firstLine = line;
    }
    word.append(next);
  }

  private int endOfLine(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  /** From behind the opening quote to behind the closing one; only a quote can be escaped. */
  private int quoted(int from) {
    firstLine = line;
    for (int at = from; at < text.length(); at++) {
      char next = text.charAt(at);
      if (next == '"') {
        tokens.add(new CorefileToken(word.toString(), file, firstLine));
        word.setLength(0);
        return at + 1;
      }
      if (next == '\\' && at + 1 < text.length()) {
        at++;
        word.append(text.charAt(at) == '"' ? "" : "\\");
        next = text.charAt(at);
      }
      word.append(next);
      line += next == '\n' ? 1 : 0;
    }
    end();
    return text.length();
  }

  private void end() {
    if (!word.isEmpty()) {
      tokens.add(new CorefileToken(word.toString(), file, firstLine));
      word.setLength(0);
    }
  }
}
