package io.kwhy.collect.access;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A map in a kubeconfig, and the folder from which its paths start. */
final class Stanza {
  private final Path folder;
  private final Map<String, Node> fields = new LinkedHashMap<>();

  /**
   * @param node what is no map has no fields
   */
  Stanza(Path folder, Node node) {
    this.folder = folder;
    if (node instanceof MappingNode map) {
      for (NodeTuple field : map.getValue()) {
        if (field.getKeyNode() instanceof ScalarNode key) {
          fields.put(key.getValue(), field.getValueNode());
        }
      }
    }
  }

  boolean isEmpty() {
    return fields.isEmpty();
  }

  /** What a field holds, as it is written; {@code ""} if it is not there. */
  String text(String field) {
    return text(fields.get(field));
  }

  private static String text(Node node) {
    return node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)
        ? scalar.getValue()
        : "";
  }

  /** A file; {@code ""} if the field is not there. */
  String path(String field) {
    String path = text(field);
    return path.isEmpty() ? "" : folder.resolve(path).normalize().toString();
  }

  boolean flag(String field) {
    return text(field).equalsIgnoreCase("true");
  }

  Stanza child(String field) {
    return new Stanza(folder, fields.get(field));
  }

  boolean has(String field) {
    return fields.containsKey(field);
  }

  /** The maps of a list. */
  List<Stanza> children(String field) {
    List<Stanza> all = new ArrayList<>();
    if (fields.get(field) instanceof SequenceNode list) {
      list.getValue().forEach(item -> all.add(new Stanza(folder, item)));
    }
    return all;
  }

  /** The texts of a list. */
  List<String> texts(String field) {
    List<String> all = new ArrayList<>();
    if (fields.get(field) instanceof SequenceNode list) {
      list.getValue().forEach(item -> all.add(text(item)));
    }
    return all;
  }
}
