package io.kwhy.parse.k3s;

import io.kwhy.bundle.Source;
import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import io.kwhy.fact.network.AddressRange;
import io.kwhy.fact.node.ComponentArgument;
import io.kwhy.fact.node.HostProcess;
import io.kwhy.fact.node.Hostname;
import io.kwhy.fact.node.IgnoredConfig;
import io.kwhy.fact.node.K3sSetting;
import io.kwhy.fact.node.K3sVersion;
import io.kwhy.fact.node.NodeName;
import io.kwhy.parse.HostEntries;
import io.kwhy.parse.Input;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The settings of k3s on a host that are in effect, each with where it comes from. The command line
 * goes before the files, and these before the environment: k3s puts what the files say in front of
 * its own arguments, and an argument makes it pass over the variable. A list given nearer replaces
 * the one given further away.
 *
 * @see <a href="https://docs.k3s.io/installation/configuration">k3s: configuration</a>
 * @see <a href="https://github.com/k3s-io/k3s/blob/master/pkg/configfilearg/parser.go">k3s:
 *     parser.go</a>
 */
public final class K3sSettings {
  /** What stands in for a value that is a secret. */
  private static final String HIDDEN = "(hidden)";

  /** Where k3s keeps its state. Few change it, so the usual place holds where nobody looked. */
  private static final String DATA_FOLDER = "data-dir";

  private static final String OWN_UNITS = "/etc/systemd/system/k3s";
  private static final String PACKAGED_UNITS = "/usr/lib/systemd/system/";

  private static final Set<String> TOKENS = Set.of("token", "agent-token");

  private static final Set<String> SECRETS =
      Set.of(
          "token",
          "agent-token",
          "cluster-secret",
          "datastore-endpoint",
          "etcd-s3-access-key",
          "etcd-s3-secret-key",
          "etcd-s3-session-token",
          "vpn-auth");

  /**
   * What k3s does where nothing else is said.
   *
   * @see <a href="https://docs.k3s.io/cli/agent">k3s agent: options and their defaults</a>
   */
  private static final TreeMap<String, String> DEFAULTS =
      new TreeMap<>(
          Map.of(
              DATA_FOLDER,
              "/var/lib/rancher/k3s",
              "lb-server-port",
              "6444",
              "private-registry",
              "/etc/rancher/k3s/registries.yaml",
              "snapshotter",
              "overlayfs"));

  /**
   * What a server does where nothing else is said.
   *
   * @see <a href="https://docs.k3s.io/cli/server">k3s server: options and their defaults</a>
   */
  private static final TreeMap<String, String> SERVER_DEFAULTS =
      new TreeMap<>(
          Map.of(
              "cluster-cidr", "10.42.0.0/16",
              "cluster-domain", "cluster.local",
              "egress-selector-mode", "agent",
              "flannel-backend", "vxlan",
              "https-listen-port", "6443",
              "service-cidr", "10.43.0.0/16",
              "service-node-port-range", "30000-32767"));

  /**
   * Earlier releases know no configuration file and say nothing of one.
   *
   * @see <a href="https://docs.k3s.io/installation/configuration#configuration-file">k3s:
   *     configuration file, available as of v1.19.1</a>
   */
  private static final int FILES_SINCE = 1019;

  /** Place of the cluster's DNS in the range of Services. */
  private static final int CLUSTER_DNS = 10;

  private final TreeMap<String, Given> settings = new TreeMap<>();

  private K3sSettings() {}

  /**
   * Reads all places where a host's k3s may be told something.
   *
   * @param minor version of its k3s, as in {@link K3sVersion#minor}; 0 where it is not known
   * @param processes of the host: the command line of a running k3s counts
   * @param name of the host: without {@code node-name} it registers under that
   * @param out takes the settings, join tokens and the name that the host registers under
   */
  public static void read(
      HostEntries host,
      int minor,
      List<HostProcess> processes,
      Optional<Hostname> name,
      Consumer<Fact> out)
      throws IOException {
    K3sSettings effective = new K3sSettings();
    List<UnitFile> units = new ArrayList<>();
    for (Input input : unitFiles(host)) {
      units.add(UnitFile.read(input, host.facts(input)));
    }
    boolean looked = !units.isEmpty() || !host.of(Source.K3S_CONFIG).isEmpty();
    for (UnitFile unit : units) {
      effective.apply(unit.variables());
    }
    // systemd lets an EnvironmentFile= go before Environment=.
    for (Input input : host.of(Source.K3S_ENVIRONMENT)) {
      effective.apply(EnvironmentFile.read(input, host.facts(input)));
    }
    for (Input input : host.of(Source.K3S_CONFIG)) {
      if (minor == 0 || minor >= FILES_SINCE) {
        effective.apply(ConfigFile.read(input, host.facts(input), out));
      } else {
        ignored(host, input).ifPresent(out);
      }
    }
    effective.apply(UnitFile.flags(units));
    for (HostProcess process : processes) {
      List<String> words = CommandLine.words(process.command());
      if (!CommandLine.role(words).isEmpty()) {
        effective.apply(CommandLine.flags(words, "command line", process.origin()));
      }
    }
    effective.publish(host, minor, looked, name, out);
  }

  private static Optional<IgnoredConfig> ignored(HostEntries host, Input input) throws IOException {
    List<String> keys =
        ConfigFile.read(input, host.facts(input), malformed -> {}).stream()
            .map(Given::key)
            .distinct()
            .toList();
    return keys.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new IgnoredConfig(host.node(), input.hostPath(), keys, Origin.of(input.path())));
  }

  /** The administrator's unit stands for the whole one that came with a package. */
  private static List<Input> unitFiles(HostEntries host) {
    List<Input> files = host.of(Source.K3S_UNIT);
    boolean own =
        files.stream()
            .map(Input::path)
            .anyMatch(path -> path.contains(OWN_UNITS) && path.endsWith(".service"));
    return files.stream().filter(file -> !own || !file.path().contains(PACKAGED_UNITS)).toList();
  }

  private void apply(List<Given> given) {
    for (Given each : given) {
      Given before = settings.get(each.key());
      if (each.appends() && before != null) {
        List<Given.Value> values = new ArrayList<>(before.values());
        values.addAll(each.values());
        settings.put(each.key(), new Given(each.key(), values, each.from(), false));
      } else {
        settings.put(each.key(), each);
      }
    }
  }

  private void publish(
      HostEntries host, int minor, boolean looked, Optional<Hostname> name, Consumer<Fact> out) {
    String node = host.node();
    List<ComponentArgument> arguments = new ArrayList<>();
    for (Given given : settings.values()) {
      UnknownFlags.ofSetting(node, host.role(), given).ifPresent(out);
      for (Given.Value value : given.values()) {
        boolean secret = SECRETS.contains(given.key());
        out.accept(
            new K3sSetting(
                node, given.key(), secret ? HIDDEN : value.text(), given.from(), value.origin()));
        if (given.key().equals("server")) {
          out.accept(ServerUrls.parse(node, value.text(), value.origin()));
        }
        if (given.key().equals("datastore-endpoint")) {
          DatastoreEndpoints.parse(node, value.text(), value.origin()).forEach(out);
        }
        ComponentArguments.of(node, given.key(), value).ifPresent(arguments::add);
        if (TOKENS.contains(given.key())) {
          out.accept(Tokens.form(node, given.key(), value.text(), value.origin()));
        }
      }
    }
    arguments.forEach(out);
    if (looked) {
      new EffectiveArguments(inEffect(), arguments)
          .of(node, host.role(), minor, place(host))
          .forEach(out);
      defaults(host, DEFAULTS, out);
    } else if (!host.of(Source.K3S_LOG).isEmpty()) {
      defaults(host, Map.of(DATA_FOLDER, DEFAULTS.get(DATA_FOLDER)), out);
    }
    if (looked && host.role().equals("server")) {
      defaults(host, SERVER_DEFAULTS, out);
      clusterDns().ifPresent(address -> defaults(host, Map.of("cluster-dns", address), out));
      defaults(host, Map.of("advertise-port", listenPort()), out);
    }
    nodeName(node, name).ifPresent(out);
  }

  /** One value of each setting; the API server of k3s listens beside the port for all. */
  private Map<String, String> inEffect() {
    Map<String, String> values = new TreeMap<>(DEFAULTS);
    values.putAll(SERVER_DEFAULTS);
    values.put("advertise-port", listenPort());
    if (listenPort().matches("[0-9]{1,5}")) {
      values.put("apiserver-port", String.valueOf(Integer.parseInt(listenPort()) + 1));
    }
    settings.forEach(
        (key, given) -> {
          if (!given.values().isEmpty() && !SECRETS.contains(key)) {
            values.put(key, given.values().get(0).text());
          }
        });
    return values;
  }

  /** What a server tells others to come to is where it listens, unless it is told otherwise. */
  private String listenPort() {
    Given given = settings.get("https-listen-port");
    return given == null || given.values().isEmpty()
        ? SERVER_DEFAULTS.get("https-listen-port")
        : given.values().get(0).text();
  }

  /** The tenth address of the range of Services, where nothing else is said. */
  private Optional<String> clusterDns() {
    Given range = settings.get("service-cidr");
    String first =
        range == null || range.values().isEmpty()
            ? SERVER_DEFAULTS.get("service-cidr")
            : range.values().get(0).text().split(",", -1)[0];
    return AddressRange.parse(first).flatMap(services -> services.address(CLUSTER_DNS));
  }

  private void defaults(HostEntries host, Map<String, String> values, Consumer<Fact> out) {
    values.forEach(
        (key, value) -> {
          if (!settings.containsKey(key)) {
            out.accept(new K3sSetting(host.node(), key, value, "default", place(host)));
          }
        });
  }

  private static Origin place(HostEntries host) {
    return Stream.of(Source.K3S_CONFIG, Source.K3S_UNIT, Source.K3S_LOG)
        .flatMap(source -> host.of(source).stream())
        .map(input -> Origin.of(input.path()))
        .findFirst()
        .orElseThrow();
  }

  /** k3s registers {@code node-name}, else the host's name, in lower case. */
  private Optional<NodeName> nodeName(String node, Optional<Hostname> hostname) {
    if (settings.containsKey("with-node-id")) {
      return Optional.empty();
    }
    Given given = settings.get("node-name");
    if (given != null && !given.values().isEmpty()) {
      Given.Value value = given.values().get(0);
      return Optional.of(
          new NodeName(
              node,
              value.text().toLowerCase(Locale.ROOT),
              value.text(),
              "node-name",
              value.origin()));
    }
    return hostname.map(
        own ->
            new NodeName(
                node, own.name().toLowerCase(Locale.ROOT), own.name(), "hostname", own.origin()));
  }
}
