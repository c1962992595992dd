package io.kwhy.names.corefile;

import java.util.ArrayList;
import java.util.List;

/**
 * Groups the words of a Corefile into server blocks and plugins, and turns down what Caddy's parser
 * would. It follows that parser's steps, because what they let pass is part of what is to be known:
 * a brace that is missing in one plugin may be taken from the next.
 *
 * @see <a href="https://github.com/coredns/caddy/blob/master/caddyfile/parse.go">its parser</a>
 */
final class CorefileParser {
  private final CorefileCursor at;
  private final Imports imports;
  private final List<ServerBlock> blocks = new ArrayList<>();
  private boolean atEnd;

  CorefileParser(String text, ImportedFiles files) {
    this.at = new CorefileCursor(CorefileLexer.tokens(text, Corefile.FILE));
    this.imports = new Imports(files);
  }

  List<ServerBlock> blocksSoFar() {
    return blocks;
  }

  List<ServerBlock> blocks() throws CorefileRejectedException {
    while (at.next()) {
      List<CorefileToken> keys = keys();
      if (atEnd) {
        add(keys, List.of());
      } else if (isSnippet(keys)) {
        snippet(keys.get(0));
      } else {
        add(keys, contents());
      }
    }
    return blocks;
  }

  private void add(List<CorefileToken> keys, List<Directive> directives) {
    if (!keys.isEmpty()) {
      blocks.add(new ServerBlock(keys, directives));
    }
  }

  private List<CorefileToken> keys() throws CorefileRejectedException {
    List<CorefileToken> keys = new ArrayList<>();
    boolean another = false;
    while (true) {
      if (at.text().equals("import") && at.isNewLine()) {
        imports.resolve(at);
        if (!at.next()) {
          atEnd = true;
          return keys;
        }
        continue;
      }
      if (at.text().equals("{")) {
        if (another) {
          throw at.rejected("Expected another address but had '{' - check for extra comma");
        }
        return keys;
      }
      another = key(keys);
      boolean more = at.next();
      if (another && !more) {
        throw at.rejected("Unexpected EOF");
      }
      if (!more) {
        atEnd = true;
        return keys;
      }
      if (!another && at.isNewLine()) {
        return keys;
      }
    }
  }

  /** Whether a comma announces another key. */
  private boolean key(List<CorefileToken> keys) {
    CorefileToken token = at.current();
    if (token.text().isEmpty()) {
      return false;
    }
    boolean another = token.text().endsWith(",");
    String key = another ? token.text().substring(0, token.text().length() - 1) : token.text();
    keys.add(new CorefileToken(key, token.file(), token.line()));
    return another;
  }

  private List<Directive> contents() throws CorefileRejectedException {
    boolean braces = at.text().equals("{");
    if (!braces) {
      at.back();
    }
    List<Directive> directives = directives();
    if (braces && !at.text().equals("}")) {
      throw at.rejected("Syntax error: Unexpected token '" + at.text() + "', expecting '}'");
    }
    return directives;
  }

  private List<Directive> directives() throws CorefileRejectedException {
    List<Directive> directives = new ArrayList<>();
    while (at.next() && !at.text().equals("}")) {
      if (at.text().equals("import")) {
        imports.resolve(at);
      } else {
        directives.add(directive());
      }
    }
    return directives;
  }

  private Directive directive() throws CorefileRejectedException {
    CorefileToken name = at.current();
    if (!Plugins.NAMES.contains(name.text()) && !name.text().contains("{")) {
      throw at.rejected("Unknown directive '" + name.text() + "'");
    }
    List<CorefileToken> words = new ArrayList<>(List.of(name));
    int nesting = 0;
    while (at.next()) {
      if (at.text().equals("{")) {
        nesting++;
      } else if (at.isNewLine() && nesting == 0) {
        at.back();
        break;
      } else if (at.text().equals("}") && nesting > 0) {
        nesting--;
      } else if (at.text().equals("}")) {
        throw at.rejected("Unexpected '}' because no matching opening brace");
      } else if (at.text().equals("import") && at.isNewLine()) {
        imports.resolve(at);
        continue;
      }
      words.add(at.current());
    }
    if (nesting > 0) {
      throw new CorefileRejectedException(
          name, "Unexpected EOF: a brace that opens in or after this line is not closed");
    }
    return new Directive(words);
  }

  private static boolean isSnippet(List<CorefileToken> keys) {
    return keys.size() == 1
        && keys.get(0).text().startsWith("(")
        && keys.get(0).text().endsWith(")");
  }

  private void snippet(CorefileToken key) throws CorefileRejectedException {
    String name = key.text().substring(1, key.text().length() - 1);
    if (imports.knows(name)) {
      throw at.rejected("redeclaration of previously declared snippet " + name);
    }
    if (!at.text().equals("{")) {
      throw at.rejected("Syntax error: Unexpected token '" + at.text() + "', expecting '{'");
    }
    List<CorefileToken> words = new ArrayList<>();
    int open = 1;
    while (at.next()) {
      open += at.text().equals("{") ? 1 : at.text().equals("}") ? -1 : 0;
      if (open == 0) {
        imports.declare(name, words);
        return;
      }
      words.add(at.current());
    }
    throw new CorefileRejectedException(key, "the braces of this snippet are not closed");
  }
}
