package io.kwhy.parse.k3s;

import io.kwhy.fact.Fact;
import io.kwhy.fact.node.MalformedFile;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.SmallFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * {@code config.yaml} and its drop-ins: a flat map from flags to a value or a list.
 *
 * @see <a href="https://docs.k3s.io/installation/configuration#configuration-file">k3s:
 *     configuration file</a>
 */
final class ConfigFile {
  private static final Pattern TRUE = Pattern.compile("(?i:true|yes|on)");

  private ConfigFile() {}

  /**
   * The settings of a file.
   *
   * @param out takes that it cannot be read as a map of settings, if so
   */
  static List<Given> read(Input input, Facts facts, Consumer<Fact> out) throws IOException {
    return read(input, facts, out, name -> true);
  }

  /** Only the settings of some names; what the others hold is not looked at. */
  static List<Given> read(Input input, Facts facts, Consumer<Fact> out, Predicate<String> wanted)
      throws IOException {
    String text = SmallFile.text(input, facts);
    try {
      Node root = MalformedFiles.compose(text);
      if (root == null) {
        return List.of();
      }
      if (root instanceof MappingNode map) {
        return settings(map, facts, wanted);
      }
      out.accept(
          MalformedFiles.malformed(
              input, line(root), "expected a map of settings, found a plain text"));
      facts.gap(line(root), "expected a map of settings, found something else");
    } catch (YAMLException e) {
      MalformedFile malformed = MalformedFiles.malformed(input, e);
      out.accept(malformed);
      facts.gap(malformed.line(), "is not YAML: " + malformed.problem());
    }
    return List.of();
  }

  private static List<Given> settings(MappingNode map, Facts facts, Predicate<String> wanted) {
    List<Given> settings = new ArrayList<>();
    for (NodeTuple tuple : map.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key) {
        String name = key.getValue();
        if (!wanted.test(name)) {
          continue;
        }
        boolean appends = name.endsWith("+");
        settings.add(
            new Given(
                appends ? name.substring(0, name.length() - 1) : name,
                values(tuple.getValueNode(), facts),
                "file",
                appends));
      } else {
        facts.gap(line(tuple.getKeyNode()), "expected the name of a setting");
      }
    }
    return settings;
  }

  private static List<Given.Value> values(Node node, Facts facts) {
    List<Given.Value> values = new ArrayList<>();
    if (node instanceof ScalarNode scalar) {
      values.add(new Given.Value(text(scalar), facts.at(line(node))));
    } else if (node instanceof SequenceNode list) {
      for (Node item : list.getValue()) {
        if (item instanceof ScalarNode scalar) {
          values.add(new Given.Value(text(scalar), facts.at(line(item))));
        } else {
          facts.gap(line(item), "expected a plain value in a list");
        }
      }
    } else {
      facts.gap(line(node), "expected a value or a list of values");
    }
    return values;
  }

  /** As k3s hands it on as a flag: {@code yes} is true, {@code ~} is nothing. */
  private static String text(ScalarNode scalar) {
    if (scalar.getTag().equals(Tag.NULL)) {
      return "";
    }
    return scalar.getTag().equals(Tag.BOOL)
        ? String.valueOf(TRUE.matcher(scalar.getValue()).matches())
        : scalar.getValue();
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
