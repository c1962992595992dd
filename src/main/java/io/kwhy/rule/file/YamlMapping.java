package io.kwhy.rule.file;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A YAML mapping of texts that knows its lines, and says what it lacks. */
public final class YamlMapping {
  private final RuleFile file;
  private final int linesBefore;
  private final Node node;
  private final SortedMap<String, Node> values;
  private final Consumer<Problem> problems;

  private YamlMapping(
      RuleFile file, int linesBefore, MappingNode node, Consumer<Problem> problems) {
    this.file = file;
    this.linesBefore = linesBefore;
    this.node = node;
    this.problems = problems;
    this.values = new TreeMap<>();
    for (NodeTuple tuple : node.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
      if (values.put(key, tuple.getValueNode()) != null) {
        problem(tuple.getKeyNode(), "\"" + key + "\" stands here twice");
      }
    }
  }

  /**
   * The mappings in a text: the one that it is, or those in the list that it is.
   *
   * @param linesBefore lines of the file before the text
   */
  public static List<YamlMapping> readAll(
      RuleFile file, int linesBefore, String text, Consumer<Problem> problems) {
    Node root;
    try {
      root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine();
      problems.accept(file.problem(linesBefore + line + 1, "is not YAML: " + e.getProblem()));
      return List.of();
    } catch (YAMLException e) {
      problems.accept(file.problem(linesBefore + 1, "is not YAML: " + e.getMessage()));
      return List.of();
    }
    if (root == null) {
      return List.of();
    }
    List<Node> nodes = root instanceof SequenceNode list ? list.getValue() : List.of(root);
    List<YamlMapping> mappings = new ArrayList<>();
    for (Node node : nodes) {
      if (node instanceof MappingNode mapping) {
        mappings.add(new YamlMapping(file, linesBefore, mapping, problems));
      } else {
        int line = linesBefore + node.getStartMark().getLine() + 1;
        problems.accept(file.problem(line, "expected \"key: value\" lines"));
      }
    }
    return mappings;
  }

  /** Line where the mapping begins, from 1. */
  public int line() {
    return line(node);
  }

  /** Line of the value, or of the mapping where there is none. */
  public int line(String key) {
    return line(values.getOrDefault(key, node));
  }

  /** Reports keys other than these. */
  public void expectOnly(Set<String> keys) {
    for (Map.Entry<String, Node> entry : values.entrySet()) {
      if (!keys.contains(entry.getKey())) {
        problem(
            entry.getValue(),
            "unknown key \"" + entry.getKey() + "\", expected one of " + new TreeSet<>(keys));
      }
    }
  }

  /** The text under the key; reported and {@code ""} where it is missing or no text. */
  public String required(String key) {
    String value = optional(key, "");
    if (!values.containsKey(key)) {
      problem(node, "lacks \"" + key + ":\"");
    } else if (value.isBlank() && values.get(key) instanceof ScalarNode) {
      problem(values.get(key), "\"" + key + "\" is empty");
    }
    return value;
  }

  /** The text under the key; where it is no text, that is reported, and the other one given. */
  public String optional(String key, String otherwise) {
    Node value = values.get(key);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    problem(value, "\"" + key + "\" is not a text");
    return otherwise;
  }

  /** The texts in the list under the key; empty where there is none. */
  public List<String> texts(String key) {
    Node value = values.get(key);
    if (value == null) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    if (value instanceof SequenceNode list
        && list.getValue().stream().allMatch(ScalarNode.class::isInstance)) {
      list.getValue().forEach(item -> texts.add(((ScalarNode) item).getValue()));
    } else {
      problem(value, "\"" + key + "\" is not a list of texts, expected e.g. [one, two]");
    }
    return texts;
  }

  /** Whether a list stands under the key. */
  public boolean isList(String key) {
    return values.get(key) instanceof SequenceNode;
  }

  /** Whether the key is there, whatever its value. */
  public boolean has(String key) {
    return values.containsKey(key);
  }

  /** Reports something that is wrong where the value stands, or the mapping without it. */
  public void problem(String key, String text) {
    problems.accept(file.problem(line(key), text));
  }

  private void problem(Node at, String text) {
    problems.accept(file.problem(line(at), text));
  }

  private int line(Node at) {
    return linesBefore + at.getStartMark().getLine() + 1;
  }
}
