package io.kwhy.names.corefile;

import java.util.ArrayList;
import java.util.List;

/**
 * A plugin in a server block: its name, arguments, and the lines of its braces.
 *
 * @param tokens from the name to the closing brace, if it has one
 */
public record Directive(List<CorefileToken> tokens) {
  public Directive {
    tokens = List.copyOf(tokens);
  }

  /** The plugin's name, with its place. */
  public CorefileToken name() {
    return tokens.get(0);
  }

  /** Whether it is the plugin of that name. */
  public boolean is(String name) {
    return name().text().equals(name);
  }

  /** What stands on the plugin's own line, before any brace. */
  public List<CorefileToken> arguments() {
    return lineFrom(1, name()).stream().takeWhile(token -> !token.opens()).toList();
  }

  /** The lines within its braces, each a property and its arguments. */
  public List<List<CorefileToken>> properties() {
    List<List<CorefileToken>> properties = new ArrayList<>();
    int at = opening() + 1;
    while (at > 0 && at < tokens.size() && !tokens.get(at).closes()) {
      List<CorefileToken> line = new ArrayList<>(List.of(tokens.get(at)));
      line.addAll(lineFrom(at + 1, tokens.get(at)));
      properties.add(List.copyOf(line));
      at += line.size();
    }
    return List.copyOf(properties);
  }

  /**
   * Whether more follows the first brace that closes. A plugin that knows no braces within its own
   * takes that one for its end, and what follows for itself once more.
   */
  boolean goesOn() {
    int closing = tokens.stream().map(CorefileToken::text).toList().indexOf("}");
    return opening() > 0 && closing > 0 && closing < tokens.size() - 1;
  }

  private int opening() {
    int at = 1 + arguments().size();
    return at < tokens.size() && tokens.get(at).opens() ? at : -1;
  }

  private List<CorefileToken> lineFrom(int from, CorefileToken first) {
    List<CorefileToken> line = new ArrayList<>();
    CorefileToken before = first;
    for (int at = from; at < tokens.size(); at++) {
      CorefileToken next = tokens.get(at);
      if (next.closes() || next.line() > before.lastLine() || !next.file().equals(before.file())) {
        break;
      }
      line.add(next);
      before = next;
    }
    return line;
  }
}
