package io.kwhy.names;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Known;
import io.kwhy.fact.Origin;
import io.kwhy.fact.cluster.Node;
import io.kwhy.fact.names.NodeResolver;
import io.kwhy.fact.node.K3sSetting;
import io.kwhy.fact.node.NodeName;
import io.kwhy.fact.node.ResolvConf;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which resolv.conf kubelet reads on each host. k3s looks, when it starts, for the first of two
 * files in which every nameserver is an address that pods can reach, and writes one of its own with
 * 8.8.8.8 where there is none.
 *
 * @see <a href="https://github.com/k3s-io/k3s/blob/main/pkg/agent/config/config.go">k3s:
 *     locateOrGenerateResolvConf</a>
 */
final class NodeResolvers {
  /** Written by k3s where the host has no file of use. */
  static final String FALLBACK_FILE = "/var/lib/rancher/k3s/agent/etc/resolv.conf";

  private static final String FALLBACK_SERVER = "8.8.8.8";
  private static final List<String> LOOKED_AT =
      List.of("/etc/resolv.conf", "/run/systemd/resolve/resolv.conf");

  private final Known known;
  private final KubeletSettings kubelet;
  private final Map<String, NodeResolver> resolvers = new TreeMap<>();
  private final Map<String, String> hostOf = new TreeMap<>();

  NodeResolvers(Known known) {
    this.known = known;
    this.kubelet = new KubeletSettings(known);
    known.all(NodeName.class).forEach(name -> hostOf.putIfAbsent(name.name(), name.node()));
    Map<String, List<ResolvConf>> files = known.by(ResolvConf.class, ResolvConf::node);
    TreeSet<String> hosts = new TreeSet<>(files.keySet());
    hosts.addAll(kubelet.hosts());
    for (String host : hosts) {
      resolver(host, files.getOrDefault(host, List.of()))
          .ifPresent(resolver -> resolvers.put(host, resolver));
    }
  }

  List<Fact> all() {
    return List.copyOf(resolvers.values());
  }

  /**
   * Of the host of a Node; empty where it is not known.
   *
   * @param node name of the Node
   */
  Optional<NodeResolver> of(String node) {
    return Optional.ofNullable(resolvers.get(host(node)));
  }

  /** The name in the bundle of the host of a Node. */
  String host(String node) {
    return hostOf.getOrDefault(node, node);
  }

  private Optional<NodeResolver> resolver(String host, List<ResolvConf> files) {
    Optional<KubeletSettings.Value> chosen = chosen(host);
    if (chosen.isPresent()) {
      return read(host, files, chosen.get());
    }
    for (String path : LOOKED_AT) {
      Optional<ResolvConf> file = file(files, path);
      if (file.isPresent() && isOfUse(file.get())) {
        return Optional.of(of(host, file.get()));
      }
      if (file.isEmpty() && !known.isCaptured(source(path), host)) {
        return Optional.empty();
      }
    }
    Origin origin = file(files, LOOKED_AT.get(0)).map(ResolvConf::origin).orElse(Origin.of(""));
    return Optional.of(written(host, origin));
  }

  private static String source(String path) {
    return path.equals(LOOKED_AT.get(0)) ? "resolv-conf" : "resolved-conf";
  }

  /** What kubelet was told to read, by k3s or by the user. */
  private Optional<KubeletSettings.Value> chosen(String host) {
    List<KubeletSettings.Value> told = kubelet.of(host, "resolvConf");
    if (!told.isEmpty()) {
      return Optional.of(told.get(told.size() - 1));
    }
    return known
        .all(K3sSetting.class, s -> s.node().equals(host) && s.key().equals("resolv-conf"))
        .stream()
        .map(setting -> new KubeletSettings.Value(setting.value(), setting.origin()))
        .reduce((first, second) -> second);
  }

  private Optional<NodeResolver> read(
      String host, List<ResolvConf> files, KubeletSettings.Value path) {
    if (path.text().isEmpty()) {
      return Optional.of(nobody(host, path.origin()));
    }
    Optional<ResolvConf> file = file(files, path.text());
    if (file.isPresent() || !path.text().equals(FALLBACK_FILE)) {
      return file.map(found -> of(host, found));
    }
    return Optional.of(written(host, path.origin()));
  }

  private static NodeResolver written(String host, Origin origin) {
    return new NodeResolver(
        host, FALLBACK_FILE, List.of(FALLBACK_SERVER), List.of(), List.of(), true, origin);
  }

  /** kubelet was told to read none: the pod itself, where nobody listens, and no search list. */
  private NodeResolver nobody(String host, Origin origin) {
    boolean ofIpv6 =
        known
            .first(Node.class, node -> host(node.name()).equals(host))
            .filter(node -> node.internalIp().contains(":"))
            .isPresent();
    return new NodeResolver(
        host, "", List.of(ofIpv6 ? "::1" : "127.0.0.1"), List.of("."), List.of(), false, origin);
  }

  private static Optional<ResolvConf> file(List<ResolvConf> files, String path) {
    return files.stream().filter(file -> file.path().equals(path)).findFirst();
  }

  private static NodeResolver of(String host, ResolvConf file) {
    return new NodeResolver(
        host,
        file.path(),
        file.nameservers(),
        file.search(),
        file.options(),
        file.path().equals(FALLBACK_FILE),
        file.origin());
  }

  /** As k3s has it: one server, and none that only the host itself could reach. */
  private static boolean isOfUse(ResolvConf file) {
    return !file.nameservers().isEmpty()
        && file.unreadable().isEmpty()
        && file.nameservers().stream().allMatch(Addresses::isOfUseToPods);
  }
}
