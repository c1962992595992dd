package io.kwhy.parse.k3s;

import io.kwhy.fact.EditDistance;
import io.kwhy.fact.node.RegistryMirror;
import io.kwhy.fact.node.UnknownRegistriesKey;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * {@code registries.yaml}: whether it is a map, for which registries it has mirrors, and which of
 * its keys k3s knows. Those that it does not know it skips.
 *
 * @see <a href="https://docs.k3s.io/installation/private-registry">k3s: private registry</a>
 */
public final class Registries {
  /** From the place of a map to its keys; {@code *} is any registry. */
  private static final Map<String, Set<String>> KEYS =
      Map.of(
          "", Set.of("mirrors", "configs"),
          "mirrors.*", Set.of("endpoint", "rewrite"),
          "configs.*", Set.of("auth", "tls"),
          "configs.*.auth", Set.of("username", "password", "auth", "identity_token"),
          "configs.*.tls", Set.of("ca_file", "cert_file", "key_file", "insecure_skip_verify"));

  private static final String MIRRORS = "mirrors";
  private static final Set<String> SECTIONS = Set.of(MIRRORS, "configs");

  /** {@code endpoints} is meant to be {@code endpoint}, {@code caFile} to be {@code ca_file}. */
  private static final int NEAR = 2;

  private final Input input;
  private final Facts facts;

  private Registries(Input input, Facts facts) {
    this.input = input;
    this.facts = facts;
  }

  /** Parses the file. */
  public static void parse(Input input, Facts facts) throws IOException {
    MalformedFiles.map(input, facts)
        .ifPresent(root -> new Registries(input, facts).walk(root, "", "", List.of()));
  }

  private void walk(MappingNode map, String place, String path, List<String> registries) {
    Set<String> known = KEYS.get(place);
    for (NodeTuple tuple : map.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        continue;
      }
      String name = key.getValue();
      boolean isRegistry = known == null && SECTIONS.contains(place);
      if (isRegistry && place.equals(MIRRORS)) {
        int line = key.getStartMark().getLine() + 1;
        facts.add(new RegistryMirror(input.node(), name, facts.at(line)));
      }
      if (known != null && !known.contains(name)) {
        facts.add(unknown(key, tuple.getValueNode(), place, path, registries));
      } else if (tuple.getValueNode() instanceof MappingNode below
          && (isRegistry || known != null)) {
        String next = join(place, isRegistry ? "*" : name);
        walk(below, next, join(path, name), isRegistry ? List.of(name) : registries);
      }
    }
  }

  private UnknownRegistriesKey unknown(
      ScalarNode key, Node value, String place, String path, List<String> registries) {
    String name = key.getValue();
    String nearest = nearest(name, KEYS.get(place));
    String section = place.isEmpty() ? nearest : place.substring(0, place.indexOf('.'));
    List<String> lost = place.isEmpty() ? keys(value).toList() : registries;
    int line = key.getStartMark().getLine() + 1;
    return new UnknownRegistriesKey(
        input.node(), join(path, name), section, nearest, lost, facts.at(line));
  }

  private static Stream<String> keys(Node node) {
    return node instanceof MappingNode map
        ? map.getValue().stream()
            .flatMap(
                tuple ->
                    tuple.getKeyNode() instanceof ScalarNode key
                        ? Stream.of(key.getValue())
                        : Stream.of())
        : Stream.of();
  }

  private static String nearest(String name, Set<String> known) {
    String plain = plain(name);
    return new TreeSet<>(known)
        .stream()
            .filter(key -> EditDistance.between(plain, plain(key)) <= NEAR)
            .findFirst()
            .orElse("");
  }

  private static String plain(String key) {
    return key.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
  }

  private static String join(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
