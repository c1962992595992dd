package io.kwhy.parse.k3s;

import io.kwhy.fact.node.KubeletSetting;
import io.kwhy.fact.node.MalformedFile;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.SmallFile;
import java.io.IOException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A file of {@code kubelet.conf.d}: a KubeletConfiguration, or a part of one. A list gives one
 * setting for each of its values.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/administer-cluster/kubelet-config-file/">Kubernetes:
 *     kubelet configuration file</a>
 */
public final class KubeletConfig {
  /**
   * Values and maps that are looked at; an alias may stand for any number of them, or for itself.
   */
  private static final int MOST = 10_000;

  private static final int DEEPEST = 30;

  private final Input input;
  private final Facts facts;
  private final String file;
  private int looked;
  private boolean cut;

  private KubeletConfig(Input input, Facts facts) {
    this.input = input;
    this.facts = facts;
    this.file = input.path().substring(input.path().lastIndexOf('/') + 1);
  }

  /** Tells the settings of the file, each with its path. */
  public static void parse(Input input, Facts facts) throws IOException {
    String text = SmallFile.text(input, facts);
    try {
      Node root = MalformedFiles.compose(text);
      if (root != null) {
        new KubeletConfig(input, facts).settings("", root, 0);
      }
    } catch (YAMLException e) {
      MalformedFile malformed = MalformedFiles.malformed(input, e);
      facts.gap(malformed.line(), "is not YAML: " + malformed.problem());
    }
  }

  private void settings(String path, Node node, int depth) {
    int line = node.getStartMark().getLine() + 1;
    if (depth > DEEPEST || looked++ >= MOST) {
      cut(line);
    } else if (node instanceof ScalarNode value) {
      facts.add(new KubeletSetting(input.node(), file, path, value.getValue(), facts.at(line)));
    } else if (node instanceof SequenceNode list) {
      list.getValue().forEach(value -> settings(path, value, depth + 1));
    } else if (node instanceof MappingNode map) {
      for (NodeTuple tuple : map.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key) {
          String name = key.getValue();
          settings(path.isEmpty() ? name : path + "." + name, tuple.getValueNode(), depth + 1);
        }
      }
    }
  }

  private void cut(int line) {
    if (!cut) {
      facts.gap(
          line, "is deeper than " + DEEPEST + " levels, or has more than " + MOST + " values");
      cut = true;
    }
  }
}
