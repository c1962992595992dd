package io.kwhy.names;

import io.kwhy.fact.Known;
import io.kwhy.fact.Origin;
import io.kwhy.fact.node.K3sSetting;
import io.kwhy.fact.node.KubeletSetting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What kubelet on each host goes by: its configuration, which k3s writes, unless an argument of the
 * user's says otherwise; arguments win.
 */
final class KubeletSettings {
  private static final Map<String, String> ARGUMENTS =
      Map.of(
          "clusterDNS",
          "cluster-dns",
          "clusterDomain",
          "cluster-domain",
          "resolvConf",
          "resolv-conf");

  private final Known known;
  private final Map<String, List<Value>> values = new HashMap<>();

  /** A value and where it was read. */
  record Value(String text, Origin origin) {}

  KubeletSettings(Known known) {
    this.known = known;
  }

  SortedSet<String> hosts() {
    SortedSet<String> hosts = new TreeSet<>();
    known.all(KubeletSetting.class).forEach(setting -> hosts.add(setting.node()));
    return hosts;
  }

  /**
   * The values of a setting; empty where it is not known.
   *
   * @param key as in KubeletConfiguration
   */
  List<Value> of(String host, String key) {
    return values.computeIfAbsent(host + " " + key, each -> read(host, key));
  }

  private List<Value> read(String host, String key) {
    List<Value> arguments = arguments(host, ARGUMENTS.get(key) + "=");
    if (!arguments.isEmpty()) {
      return arguments;
    }
    List<Value> configured =
        known
            .all(KubeletSetting.class, each -> each.node().equals(host) && each.key().equals(key))
            .stream()
            .map(each -> new Value(each.value(), each.origin()))
            .toList();
    return configured.isEmpty() && !key.equals("resolvConf")
        ? ofServers(ARGUMENTS.get(key))
        : configured;
  }

  /** Releases that write no configuration pass on what the servers have. */
  private List<Value> ofServers(String key) {
    Set<String> seen = new HashSet<>();
    return known.all(K3sSetting.class, each -> each.key().equals(key)).stream()
        .filter(each -> seen.add(each.value()))
        .map(each -> new Value(each.value(), each.origin()))
        .toList();
  }

  /** Of the last such argument. */
  private List<Value> arguments(String host, String prefix) {
    List<Value> values = new ArrayList<>();
    for (K3sSetting each : known.all(K3sSetting.class, setting -> setting.node().equals(host))) {
      if (each.key().equals("kubelet-arg") && each.value().startsWith(prefix)) {
        values.clear();
        for (String value : each.value().substring(prefix.length()).split(",", -1)) {
          values.add(new Value(value.strip(), each.origin()));
        }
      }
    }
    return values;
  }
}
