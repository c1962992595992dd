package io.kwhy.names.corefile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups the words of a Corefile into server blocks and plugins, and turns down what Caddy's parser
 * would. It follows that parser's steps, because what they let pass is part of what is to be known:
 * a brace that is missing in one plugin may be taken from the next.
 *
 * @see <a href="https://github.com/coredns/caddy/blob/master/caddyfile/parse.go">its parser</a>
 */
final class CorefileParser {
  /** Beyond this Caddy gives up, too. */
  private static final int MAX_IMPORTS = 1000;

  /** Snippets that import each other grow without end; no ConfigMap holds so many words. */
  static final int MAX_WORDS = 1_000_000;

  private final ImportedFiles files;
  private final List<CorefileToken> tokens;
  private final Map<String, List<CorefileToken>> snippets = new HashMap<>();
  private final List<ServerBlock> blocks = new ArrayList<>();
  private int cursor = -1;
  private int imports;
  private boolean atEnd;

  CorefileParser(String text, ImportedFiles files) {
    this.files = files;
    this.tokens = new ArrayList<>(CorefileLexer.tokens(text, Corefile.FILE));
  }

  List<ServerBlock> blocksSoFar() {
    return blocks;
  }

  List<ServerBlock> blocks() throws CorefileRejectedException {
    while (next()) {
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
      if (text().equals("import") && isNewLine()) {
        doImport();
        if (!next()) {
          atEnd = true;
          return keys;
        }
        continue;
      }
      if (text().equals("{")) {
        if (another) {
          throw rejected("Expected another address but had '{' - check for extra comma");
        }
        return keys;
      }
      another = key(keys);
      boolean more = next();
      if (another && !more) {
        throw rejected("Unexpected EOF");
      }
      if (!more) {
        atEnd = true;
        return keys;
      }
      if (!another && isNewLine()) {
        return keys;
      }
    }
  }

  /** Whether a comma announces another key. */
  private boolean key(List<CorefileToken> keys) {
    CorefileToken token = current();
    if (token.text().isEmpty()) {
      return false;
    }
    boolean another = token.text().endsWith(",");
    String key = another ? token.text().substring(0, token.text().length() - 1) : token.text();
    keys.add(new CorefileToken(key, token.file(), token.line()));
    return another;
  }

  private List<Directive> contents() throws CorefileRejectedException {
    boolean braces = text().equals("{");
    if (!braces) {
      cursor--;
    }
    List<Directive> directives = directives();
    if (braces && !text().equals("}")) {
      throw rejected("Syntax error: Unexpected token '" + text() + "', expecting '}'");
    }
    return directives;
  }

  private List<Directive> directives() throws CorefileRejectedException {
    List<Directive> directives = new ArrayList<>();
    while (next() && !text().equals("}")) {
      if (text().equals("import")) {
        doImport();
      } else {
        directives.add(directive());
      }
    }
    return directives;
  }

  private Directive directive() throws CorefileRejectedException {
    CorefileToken name = current();
    if (!Plugins.NAMES.contains(name.text()) && !name.text().contains("{")) {
      throw rejected("Unknown directive '" + name.text() + "'");
    }
    List<CorefileToken> words = new ArrayList<>(List.of(name));
    int nesting = 0;
    while (next()) {
      if (text().equals("{")) {
        nesting++;
      } else if (isNewLine() && nesting == 0) {
        cursor--;
        break;
      } else if (text().equals("}") && nesting > 0) {
        nesting--;
      } else if (text().equals("}")) {
        throw rejected("Unexpected '}' because no matching opening brace");
      } else if (text().equals("import") && isNewLine()) {
        doImport();
        continue;
      }
      words.add(current());
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
    if (snippets.containsKey(name)) {
      throw rejected("redeclaration of previously declared snippet " + name);
    }
    if (!text().equals("{")) {
      throw rejected("Syntax error: Unexpected token '" + text() + "', expecting '{'");
    }
    List<CorefileToken> words = new ArrayList<>();
    int open = 1;
    while (next()) {
      open += text().equals("{") ? 1 : text().equals("}") ? -1 : 0;
      if (open == 0) {
        snippets.put(name, words);
        return;
      }
      words.add(current());
    }
    throw new CorefileRejectedException(key, "the braces of this snippet are not closed");
  }

  /** Puts what is imported in the place of the import; the next word is the first of it. */
  private void doImport() throws CorefileRejectedException {
    CorefileToken word = current();
    if (!nextOnLine()) {
      throw rejected("Wrong argument count or unexpected line ending after 'import'");
    }
    String pattern = text();
    if (nextOnLine()) {
      throw rejected("Import takes only one argument (glob pattern or file)");
    }
    if (++imports > MAX_IMPORTS) {
      throw new CorefileRejectedException(word, "maximum file import depth exceeded");
    }
    List<CorefileToken> imported =
        snippets.containsKey(pattern) ? snippets.get(pattern) : fromFiles(word, pattern);
    if (tokens.size() + imported.size() > MAX_WORDS) {
      throw new CorefileRejectedException(
          word, "its imports make more than " + MAX_WORDS + " words of it");
    }
    tokens.subList(cursor - 1, cursor + 1).clear();
    tokens.addAll(cursor - 1, imported);
    cursor -= 2;
  }

  private List<CorefileToken> fromFiles(CorefileToken word, String pattern)
      throws CorefileRejectedException {
    String path = pattern.startsWith("/") ? pattern : "/etc/coredns/" + pattern;
    if (path.chars().filter(character -> character == '*').count() > 1) {
      throw new CorefileRejectedException(
          word, "Glob pattern may only contain one wildcard (*), but has others: " + path);
    }
    List<String> matches = files.matching(path);
    if (matches.isEmpty() && !path.contains("*") && !path.contains("?") && files.covers(path)) {
      throw new CorefileRejectedException(word, "File to import not found: " + pattern);
    }
    List<CorefileToken> imported = new ArrayList<>();
    for (String match : matches) {
      imported.addAll(CorefileLexer.tokens(files.texts().get(match), match));
    }
    return imported;
  }

  private boolean next() {
    if (cursor < tokens.size() - 1) {
      cursor++;
      return true;
    }
    return false;
  }

  private boolean nextOnLine() {
    if (cursor < tokens.size() - 1 && follows(tokens.get(cursor), tokens.get(cursor + 1))) {
      cursor++;
      return true;
    }
    return false;
  }

  private boolean isNewLine() {
    return cursor < 1 || !follows(tokens.get(cursor - 1), tokens.get(cursor));
  }

  private static boolean follows(CorefileToken before, CorefileToken after) {
    return before.file().equals(after.file()) && before.lastLine() >= after.line();
  }

  private String text() {
    return cursor < 0 || cursor >= tokens.size() ? "" : tokens.get(cursor).text();
  }

  private CorefileToken current() {
    return tokens.get(cursor);
  }

  private CorefileRejectedException rejected(String problem) {
    CorefileToken at =
        tokens.isEmpty()
            ? new CorefileToken("", Corefile.FILE, 0)
            : tokens.get(Math.min(Math.max(cursor, 0), tokens.size() - 1));
    return new CorefileRejectedException(at, problem);
  }
}
