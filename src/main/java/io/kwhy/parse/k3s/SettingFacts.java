package io.kwhy.parse.k3s;

import io.kwhy.fact.Fact;
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

/** What the settings in effect on a host say, each value with its place. */
final class SettingFacts {
  /** What stands in for a value that is a secret. */
  private static final String HIDDEN = "(hidden)";

  /** Lists that may be given in one word: {@code node-ip: 10.0.0.2,fd00::2}. */
  private static final Set<String> WITH_COMMAS = Set.of("disable", "node-external-ip", "node-ip");

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
        String shown = given.isSecret() ? HIDDEN : value.text();
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

  /** k3s registers {@code node-name}, else the host's name, in lower case. */
  Optional<NodeName> nodeName(Optional<Hostname> hostname) {
    if (settings.containsKey("with-node-id")) {
      return Optional.empty();
    }
    return Optional.ofNullable(settings.get("node-name"))
        .flatMap(Given::first)
        .map(
            given ->
                new NodeName(node, lower(given.text()), given.text(), "node-name", given.origin()))
        .or(
            () ->
                hostname.map(
                    own ->
                        new NodeName(
                            node, lower(own.name()), own.name(), "hostname", own.origin())));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
