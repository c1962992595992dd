package io.kwhy.parse.k3s;

import io.kwhy.bundle.Source;
import io.kwhy.fact.Origin;
import io.kwhy.fact.network.AddressRange;
import io.kwhy.fact.node.K3sSetting;
import io.kwhy.parse.HostEntries;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What k3s does where a host's settings say nothing else. */
final class K3sDefaults {
  /** Where k3s keeps its state. Few change it, so the usual place holds where nobody looked. */
  private static final String DATA_FOLDER = "data-dir";

  private static final String SERVICES = "service-cidr";
  private static final String PORT = "https-listen-port";

  /** What others are told to come to. */
  private static final String ADVERTISED = "advertise-port";

  /**
   * Of servers and agents.
   *
   * @see <a href="https://docs.k3s.io/cli/agent">k3s agent: options and their defaults</a>
   */
  private static final SortedMap<String, String> OF_ALL =
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
   * Of servers besides.
   *
   * @see <a href="https://docs.k3s.io/cli/server">k3s server: options and their defaults</a>
   */
  private static final SortedMap<String, String> OF_SERVERS =
      new TreeMap<>(
          Map.of(
              "cluster-cidr",
              "10.42.0.0/16",
              "cluster-domain",
              "cluster.local",
              "egress-selector-mode",
              "agent",
              "flannel-backend",
              "vxlan",
              PORT,
              "6443",
              SERVICES,
              "10.43.0.0/16",
              "service-node-port-range",
              "30000-32767"));

  /** Place of the cluster's DNS in the range of Services. */
  private static final int CLUSTER_DNS = 10;

  private final Map<String, Given> given;

  /**
   * @param given what is said, by setting
   */
  K3sDefaults(Map<String, Given> given) {
    this.given = given;
  }

  /** Tells those of a host of which all places were looked at. */
  void tell(HostEntries host, Consumer<K3sSetting> out) {
    tell(host, OF_ALL, out);
    if (host.role().equals("server")) {
      tell(host, OF_SERVERS, out);
      clusterDns().ifPresent(address -> tell(host, Map.of("cluster-dns", address), out));
      tell(host, Map.of(ADVERTISED, inEffect(PORT)), out);
    }
  }

  /** Tells where a k3s that ran keeps its state, of a host whose settings nobody looked at. */
  void tellUsualPlace(HostEntries host, Consumer<K3sSetting> out) {
    tell(host, Map.of(DATA_FOLDER, OF_ALL.get(DATA_FOLDER)), out);
  }

  private void tell(HostEntries host, Map<String, String> values, Consumer<K3sSetting> out) {
    values.forEach(
        (key, value) -> {
          if (!given.containsKey(key)) {
            out.accept(new K3sSetting(host.node(), key, value, "default", place(host)));
          }
        });
  }

  /** Where to look that nothing else is said. */
  static Origin place(HostEntries host) {
    return Stream.of(Source.K3S_CONFIG, Source.K3S_UNIT, Source.K3S_LOG)
        .flatMap(source -> host.of(source).stream())
        .map(input -> Origin.of(input.path()))
        .findFirst()
        .orElseThrow();
  }

  /**
   * One value of each setting that is no secret. A server tells others to come to where it listens,
   * and its API server listens beside the port for all.
   */
  Map<String, String> inEffect() {
    Map<String, String> values = new TreeMap<>(OF_ALL);
    values.putAll(OF_SERVERS);
    String port = inEffect(PORT);
    values.put(ADVERTISED, port);
    if (port.matches("[0-9]{1,5}")) {
      values.put("apiserver-port", String.valueOf(Integer.parseInt(port) + 1));
    }
    given.forEach(
        (key, said) -> {
          if (!said.isSecret()) {
            said.first().ifPresent(first -> values.put(key, first.text()));
          }
        });
    return values;
  }

  /** Of a setting of servers that has a default. */
  private String inEffect(String key) {
    return Optional.ofNullable(given.get(key))
        .flatMap(Given::first)
        .map(Given.Value::text)
        .orElseGet(() -> OF_SERVERS.get(key));
  }

  /** The tenth address of the range of Services, where nothing else is said. */
  private Optional<String> clusterDns() {
    return AddressRange.parse(inEffect(SERVICES).split(",", -1)[0])
        .flatMap(services -> services.address(CLUSTER_DNS));
  }
}
