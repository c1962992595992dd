package io.kwhy.parse.k3s;

import io.kwhy.bundle.redaction.SecretWords;
import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import io.kwhy.fact.node.ComponentArgument;
import io.kwhy.fact.node.Hostname;
import io.kwhy.fact.node.K3sSetting;
import io.kwhy.fact.node.NodeName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What the settings in effect on a host say, each value with its place. */
final class SettingFacts {
  /** What stands in for a value that is a secret. */
  private static final String HIDDEN = "(hidden)";

  /** Lists that may be given in one word: {@code node-ip: 10.0.0.2,fd00::2}. */
  private static final Set<String> WITH_COMMAS = Set.of("disable", "node-external-ip", "node-ip");

  private static final Pattern NODE_ID = Pattern.compile("[0-9a-f]{8}");

  private final String node;
  private final String role;
  private final Map<String, Given> settings;

  /**
   * @param role server, agent or {@code ""}
   * @param settings in effect, by name
   */
  SettingFacts(String node, String role, Map<String, Given> settings) {
    this.node = node;
    this.role = role;
    this.settings = settings;
  }

  /** Tells the settings, and what the values of some of them mean. */
  void tell(Consumer<Fact> out) {
    for (Given given : settings.values()) {
      if (ProxyVariables.has(given.key())) {
        given.first().flatMap(value -> ProxyVariables.of(node, given.key(), value)).ifPresent(out);
        continue;
      }
      UnknownFlags.ofSetting(node, role, given).ifPresent(out);
      for (Given.Value value : given.values()) {
        String shown = given.isSecret() ? HIDDEN : withoutLogin(value.text());
        for (String each : WITH_COMMAS.contains(given.key()) ? parts(shown) : List.of(shown)) {
          out.accept(new K3sSetting(node, given.key(), each, given.from(), value.origin()));
        }
        tellMeaning(given, value, out);
      }
    }
  }

  private static List<String> parts(String list) {
    return Arrays.stream(list.split(",", -1)).map(String::strip).toList();
  }

  private void tellMeaning(Given given, Given.Value value, Consumer<Fact> out) {
    if (given.key().equals("server") && !value.text().isEmpty()) {
      out.accept(ServerUrls.parse(node, value.text(), value.origin()));
    }
    if (given.key().equals("datastore-endpoint")) {
      DatastoreEndpoints.parse(node, value.text(), value.origin()).forEach(out);
    }
    if (given.isToken()) {
      out.accept(Tokens.form(node, given.key(), value.text(), value.origin()));
    }
  }

  /** What k3s is told to hand on to the programs inside it. */
  List<ComponentArgument> arguments() {
    return settings.values().stream()
        .flatMap(
            given ->
                given.values().stream()
                    .flatMap(value -> ComponentArguments.of(node, given.key(), value).stream()))
        .toList();
  }

  /**
   * k3s registers {@code node-name}, else the host's name, in lower case. With {@code with-node-id}
   * it adds eight digits, which only the Node's name tells.
   */
  Optional<NodeName> nodeName(Optional<Hostname> hostname) {
    Optional<NodeName> given =
        Optional.ofNullable(settings.get("node-name"))
            .flatMap(Given::first)
            .map(value -> named(value.text(), "node-name", value.origin()))
            .or(() -> hostname.map(own -> named(own.name(), "hostname", own.origin())));
    return settings.containsKey("with-node-id") ? given.flatMap(this::withNodeId) : given;
  }

  private NodeName named(String given, String from, Origin origin) {
    return new NodeName(node, given.toLowerCase(Locale.ROOT), given, from, origin);
  }

  private Optional<NodeName> withNodeId(NodeName stem) {
    boolean known =
        node.startsWith(stem.name() + "-")
            && NODE_ID.matcher(node.substring(stem.name().length() + 1)).matches();
    return known
        ? Optional.of(new NodeName(node, node, stem.given(), stem.from(), stem.origin()))
        : Optional.empty();
  }

  private static String withoutLogin(String value) {
    return value.contains("://") ? SecretWords.without(value) : value;
  }
}
