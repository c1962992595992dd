package io.kwhy.parse.k3s;

import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.SmallFile;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * {@code config.yaml} and its drop-ins: a flat map from flags to a value or a list.
 *
 * @see <a href="https://docs.k3s.io/installation/configuration#configuration-file">k3s:
 *     configuration file</a>
 */
final class ConfigFile {
  /** k3s's files have two levels; anything deeper is not one of them. */
  private static final int MAX_DEPTH = 20;

  /** k3s's files have no anchors. */
  private static final int MAX_ALIASES = 20;

  private ConfigFile() {}

  static List<Given> read(Input input, Facts facts) throws IOException {
    String text = SmallFile.text(input, facts);
    try {
      Node root = yaml().compose(new StringReader(text));
      if (root == null) {
        return List.of();
      }
      if (root instanceof MappingNode map) {
        return settings(map, facts);
      }
      facts.gap(line(root), "expected a map of settings, found something else");
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      facts.gap(line, "is not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      facts.gap(0, "is not YAML: " + e.getMessage().lines().findFirst().orElse(""));
    }
    return List.of();
  }

  private static Yaml yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(MAX_DEPTH);
    options.setMaxAliasesForCollections(MAX_ALIASES);
    options.setAllowDuplicateKeys(true);
    return new Yaml(options);
  }

  private static List<Given> settings(MappingNode map, Facts facts) {
    List<Given> settings = new ArrayList<>();
    for (NodeTuple tuple : map.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key) {
        String name = key.getValue();
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
      values.add(new Given.Value(scalar.getValue(), facts.at(line(node))));
    } else if (node instanceof SequenceNode list) {
      for (Node item : list.getValue()) {
        if (item instanceof ScalarNode scalar) {
          values.add(new Given.Value(scalar.getValue(), facts.at(line(item))));
        } else {
          facts.gap(line(item), "expected a plain value in a list");
        }
      }
    } else {
      facts.gap(line(node), "expected a value or a list of values");
    }
    return values;
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
