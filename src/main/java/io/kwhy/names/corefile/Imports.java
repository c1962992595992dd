package io.kwhy.names.corefile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a Corefile may import: snippets that it declares itself, and files. */
final class Imports {
  /** Beyond this Caddy gives up, too. */
  private static final int MAX_IMPORTS = 1000;

  /** Snippets that import each other grow without end; no ConfigMap holds so many words. */
  static final int MAX_WORDS = 1_000_000;

  private final ImportedFiles files;
  private final Map<String, List<CorefileToken>> snippets = new HashMap<>();
  private int imports;

  Imports(ImportedFiles files) {
    this.files = files;
  }

  boolean knows(String snippet) {
    return snippets.containsKey(snippet);
  }

  void declare(String snippet, List<CorefileToken> words) {
    snippets.put(snippet, words);
  }

  /** Puts what is imported in the place of the import; the next word is the first of it. */
  void resolve(CorefileCursor at) throws CorefileRejectedException {
    CorefileToken word = at.current();
    if (!at.nextOnLine()) {
      throw at.rejected("Wrong argument count or unexpected line ending after 'import'");
    }
    String pattern = at.text();
    if (at.nextOnLine()) {
      throw at.rejected("Import takes only one argument (glob pattern or file)");
    }
    if (++imports > MAX_IMPORTS) {
      throw new CorefileRejectedException(word, "maximum file import depth exceeded");
    }
    List<CorefileToken> imported =
        knows(pattern) ? snippets.get(pattern) : fromFiles(word, pattern);
    if (at.size() + imported.size() > MAX_WORDS) {
      throw new CorefileRejectedException(
          word, "its imports make more than " + MAX_WORDS + " words of it");
    }
    at.replaceTwo(imported);
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
}
