package io.kwhy.parse.k3s;

import io.kwhy.fact.Origin;
import io.kwhy.fact.node.MalformedFile;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.SmallFile;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** Files of k3s in YAML: whether they can be read at all. */
final class MalformedFiles {
  /** k3s's files have a few levels; anything deeper is not one of them. */
  private static final int MAX_DEPTH = 20;

  /** k3s's files have hardly any anchors. */
  private static final int MAX_ALIASES = 20;

  /** Go's YAML takes a tab for a blank after the first word of a line, this parser does not. */
  private static final Pattern TABS = Pattern.compile("(?<=\\S)[ \t]*\t[ \t]*");

  private static final String FILES = "/files/";

  private MalformedFiles() {}

  /**
   * Parses a file that should be a YAML map; nothing where it is empty or is none, which is told.
   */
  static Optional<MappingNode> map(Input input, Facts facts) throws IOException {
    try {
      Node root = compose(SmallFile.text(input, facts));
      if (root instanceof MappingNode map) {
        return Optional.of(map);
      }
      if (root != null) {
        facts.add(malformed(input, 1, "expected a map, found a plain text or a list"));
      }
    } catch (YAMLException e) {
      MalformedFile malformed = malformed(input, e);
      facts.add(malformed);
      facts.gap(malformed.line(), "is not YAML: " + malformed.problem());
    }
    return Optional.empty();
  }

  /**
   * The root of the first document, as k3s would read it: it does not look at what follows. Null
   * where the text has none, or one with nothing but comments in it.
   *
   * @throws YAMLException if the text is no YAML
   */
  static Node compose(String text) {
    LoaderOptions options = options();
    StreamReader characters =
        new StreamReader(new StringReader(TABS.matcher(text).replaceAll(" ")));
    // A Yaml would do the same, and besides get ready to make and to write objects.
    Composer documents = new Composer(new ParserImpl(characters, options), new Resolver(), options);
    Node root = documents.checkNode() ? documents.getNode() : null;
    return root == null || root.getTag().equals(Tag.NULL) ? null : root;
  }

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(MAX_DEPTH);
    options.setMaxAliasesForCollections(MAX_ALIASES);
    options.setAllowDuplicateKeys(true);
    return options;
  }

  static MalformedFile malformed(Input input, YAMLException e) {
    if (e instanceof MarkedYAMLException marked) {
      int line = marked.getProblemMark() == null ? 0 : marked.getProblemMark().getLine() + 1;
      return malformed(input, line, marked.getProblem());
    }
    return malformed(input, 0, e.getMessage().lines().findFirst().orElse(""));
  }

  static MalformedFile malformed(Input input, int line, String problem) {
    int files = input.path().indexOf(FILES);
    String path = files < 0 ? input.path() : input.path().substring(files + FILES.length() - 1);
    return new MalformedFile(input.node(), path, line, problem, new Origin(input.path(), line));
  }
}
