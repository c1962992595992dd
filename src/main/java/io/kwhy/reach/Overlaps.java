package io.kwhy.reach;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Known;
import io.kwhy.fact.Origin;
import io.kwhy.fact.cluster.PodCidr;
import io.kwhy.fact.network.FlannelConfig;
import io.kwhy.fact.network.InterfaceAddress;
import io.kwhy.fact.network.RangeOverlap;
import io.kwhy.fact.network.Route;
import io.kwhy.fact.node.K3sSetting;
import io.kwhy.fact.node.ResolvConf;
import io.kwhy.netfilter.IpAddress;
import io.kwhy.netfilter.IpPrefix;
import io.kwhy.reach.host.Peer;
import io.kwhy.reach.host.Peers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Ranges that should be apart: of pods, of Services, of the hosts' own networks. */
final class Overlaps {
  /** Interfaces of the pod network itself. */
  private static final Pattern OWN =
      Pattern.compile(
          "lo|cni0|flannel.*|veth.*|kube-.*|nodelocaldns|cali.*|tunl0"
              + "|vxlan\\.calico|wireguard\\.cali|cilium.*|lxc.*|weave|antrea.*|genev.*|ovn.*");

  private final Known known;
  private final Peers peers;
  private final PodRanges ranges;
  private final Set<Fact> overlaps = new LinkedHashSet<>();

  Overlaps(Known known, Peers peers) {
    this.known = known;
    this.peers = peers;
    this.ranges = new PodRanges(peers);
  }

  List<Fact> all() {
    List<Range> pods = settings("cluster-cidr");
    List<Range> services = settings("service-cidr");
    for (Range pod : pods) {
      for (Range service : services) {
        if (meet(pod.prefix(), service.prefix())) {
          add("", "pods-and-services", pod.text(), service.text(), pod.origin());
        }
      }
    }
    nodes();
    List<Range> inUse = new ArrayList<>(services);
    inUse.addAll(pods.isEmpty() ? flannel() : pods);
    for (Peer peer : peers.all()) {
      if (peer.captured()) {
        inUse.forEach(range -> addresses(peer, range));
        looped(peer);
        // Other networks than flannel's route pods in ways of their own.
        if (!peer.backend().isEmpty()) {
          routes(peer);
        }
      }
    }
    return List.copyOf(overlaps);
  }

  /** An address of another node's pods on lo, where a range is the host's own as a whole. */
  private void looped(Peer peer) {
    for (InterfaceAddress own :
        known.of(InterfaceAddress.class, InterfaceAddress::node, peer.host())) {
      Optional<IpPrefix> address =
          own.link().equals("lo") ? IpPrefix.parse(own.address()) : Optional.empty();
      address.ifPresent(
          at ->
              ranges
                  .around(at)
                  .forEach((range, all) -> all.forEach(other -> looped(peer, own, range, other))));
    }
  }

  private void looped(Peer peer, InterfaceAddress own, IpPrefix range, Peer other) {
    if (!other.name().equals(peer.name())) {
      String pods = "podCIDR " + range + " of " + other.name();
      overlaps.add(
          new RangeOverlap(
              peer.host(), "local-address", pods, own.text(), other.name(), own.origin()));
    }
  }

  private record Range(String text, IpPrefix prefix, Origin origin) {}

  private List<Range> settings(String key) {
    return known.all(K3sSetting.class).stream()
        .filter(setting -> setting.key().equals(key) && setting.value().indexOf(':') < 0)
        .flatMap(
            setting ->
                IpPrefix.parse(setting.value()).stream()
                    .map(p -> new Range(key + " " + p, p, setting.origin())))
        .toList();
  }

  private List<Range> flannel() {
    return known.all(FlannelConfig.class).stream()
        .filter(config -> config.network().indexOf(':') < 0)
        .flatMap(
            config ->
                IpPrefix.parse(config.network()).stream()
                    .map(p -> new Range("flannel's network " + p, p, config.origin())))
        .limit(1)
        .toList();
  }

  static boolean meet(IpPrefix one, IpPrefix other) {
    return one.length() <= other.length()
        ? one.contains(other.network())
        : other.contains(one.network());
  }

  private record NodeRange(PodCidr of, IpPrefix prefix) {}

  /** Equal ranges of two nodes are a cause of their own, others of one length lie apart. */
  private void nodes() {
    List<NodeRange> all = new ArrayList<>();
    for (PodCidr range : known.all(PodCidr.class)) {
      IpPrefix.parse(range.cidr()).ifPresent(prefix -> all.add(new NodeRange(range, prefix)));
    }
    if (all.stream().map(range -> range.prefix().length()).distinct().count() > 1) {
      for (int i = 0; i < all.size(); i++) {
        for (NodeRange other : all.subList(i + 1, all.size())) {
          nodes(all.get(i), other);
        }
      }
    }
  }

  private void nodes(NodeRange one, NodeRange other) {
    if (one.prefix().length() != other.prefix().length()
        && meet(one.prefix(), other.prefix())
        && !one.of().node().equals(other.of().node())) {
      add("", "nodes", one.of().text(), other.of().text(), other.of().origin());
    }
  }

  /** The host's own network, or its resolver, lies where pods or Services are meant to be. */
  private void addresses(Peer peer, Range range) {
    for (InterfaceAddress own :
        known.of(InterfaceAddress.class, InterfaceAddress::node, peer.host())) {
      if (!OWN.matcher(own.link()).matches() && holds(range.prefix(), own.address())) {
        add(peer.host(), "host-address", range.text(), own.text(), own.origin());
      }
    }
    for (ResolvConf file : known.of(ResolvConf.class, ResolvConf::node, peer.host())) {
      if (file.path().equals("/etc/resolv.conf")) {
        for (String server : file.nameservers()) {
          if (range.text().startsWith("service-cidr") || !holds(range.prefix(), server)) {
            continue;
          }
          String resolver = "nameserver " + server + " of " + peer.host();
          add(peer.host(), "resolver", range.text(), resolver, file.origin());
        }
      }
    }
  }

  private static boolean holds(IpPrefix range, String address) {
    return IpAddress.parse(address).filter(range::contains).isPresent();
  }

  /**
   * A route that takes packets for pods elsewhere: as long as flannel's or longer. A shorter one,
   * as a VPN for 10.0.0.0/8 has it, does no harm.
   */
  private void routes(Peer peer) {
    for (Route route : known.of(Route.class, Route::node, peer.host())) {
      Optional<IpPrefix> destination = IpPrefix.parse(route.destination());
      if (destination.isEmpty()
          || !route.type().equals("unicast")
          || !route.table().equals("main")
          || OWN.matcher(route.link()).matches()) {
        continue;
      }
      ranges
          .around(destination.get())
          .forEach((range, others) -> others.forEach(other -> astray(peer, route, range, other)));
      if (ranges.haveOneWithin(destination.get())) {
        add(peer.host(), "wider-route", "podCIDRs of nodes", route.text(), route.origin());
      }
    }
  }

  private void astray(Peer peer, Route route, IpPrefix range, Peer other) {
    if (!route.gateway().equals(other.publicIp()) && wins(peer.host(), route, range)) {
      String pods = "podCIDR " + range + " of " + other.name();
      String to = other.name();
      overlaps.add(new RangeOverlap(peer.host(), "route", pods, route.text(), to, route.origin()));
    }
  }

  /** Of two routes of the same length, that with the lower metric counts. */
  private boolean wins(String host, Route route, IpPrefix range) {
    return !route.destination().equals(range.toString())
        || known.of(Route.class, Route::node, host).stream()
            .filter(own -> own.destination().equals(route.destination()))
            .filter(own -> OWN.matcher(own.link()).matches())
            .noneMatch(own -> own.metric() <= route.metric());
  }

  private void add(String host, String kind, String first, String second, Origin origin) {
    overlaps.add(new RangeOverlap(host, kind, first, second, "", origin));
  }
}
