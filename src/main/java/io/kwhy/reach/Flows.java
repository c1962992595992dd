package io.kwhy.reach;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Known;
import io.kwhy.fact.Origin;
import io.kwhy.fact.cluster.Endpoint;
import io.kwhy.fact.cluster.Pod;
import io.kwhy.fact.cluster.Service;
import io.kwhy.fact.cluster.ServicePort;
import io.kwhy.fact.log.LogSignal;
import io.kwhy.fact.names.Upstream;
import io.kwhy.fact.network.FlannelConfig;
import io.kwhy.fact.network.FlowVerdict;
import io.kwhy.fact.network.InterfaceAddress;
import io.kwhy.fact.network.Link;
import io.kwhy.fact.network.ListeningSocket;
import io.kwhy.fact.network.RulesetText;
import io.kwhy.fact.network.ServiceRulesMissing;
import io.kwhy.fact.network.Vxlan;
import io.kwhy.fact.node.K3sSetting;
import io.kwhy.fact.probe.Probe;
import io.kwhy.netfilter.Header;
import io.kwhy.netfilter.IpAddress;
import io.kwhy.netfilter.IpPrefix;
import io.kwhy.netfilter.Packet;
import io.kwhy.netfilter.Ruleset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The flows that k3s needs between its nodes and pods, each judged where its packets leave and
 * where they arrive.
 *
 * @see <a href="https://docs.k3s.io/installation/requirements#inbound-rules-for-k3s-nodes">k3s:
 *     inbound rules</a>
 */
final class Flows {
  private static final String BRIDGE = "cni0";

  /** An address for documentation, which stands for the world (RFC 5737). */
  private static final String OUTSIDE = "198.51.100.1";

  /** Likewise (RFC 3849). */
  private static final String OUTSIDE6 = "2001:db8::1";

  private static final Pattern TRANSLATIONS = Pattern.compile("(?m)^(?:\\*nat$|table ip nat\\b)");
  private static final Pattern TRANSLATIONS6 = Pattern.compile("(?m)^(?:\\*nat$|table ip6 nat\\b)");

  private final Known known;
  private final Peers peers;
  private final boolean v6;
  private final TreeMap<String, Judge> judges = new TreeMap<>();
  private final Set<String> podAddresses = new HashSet<>();

  /** Nodes with metrics-server, which asks kubelets as the servers do, masqueraded as its node. */
  private final Set<String> metricsServers = new HashSet<>();

  /** Ports, {@code address port}, at which some probe met nobody. */
  private final Set<String> unanswered = new HashSet<>();

  private final boolean etcd;
  private final List<Fact> verdicts = new ArrayList<>();

  Flows(Known known, Peers peers) {
    this.known = known;
    this.peers = peers;
    this.v6 = peers.v6();
    for (Pod pod : known.all(Pod.class)) {
      podAddresses.add(pod.podIp());
      if (pod.name().startsWith("metrics-server-")) {
        metricsServers.add(pod.node());
      }
    }
    for (Probe probe : known.all(Probe.class)) {
      if (probe.port() > 0 && !probe.result().equals("ok")) {
        unanswered.add(probe.address() + " " + probe.port());
      }
    }
    // Peers of etcd talk on 2380; with another datastore nobody listens there, nor misses a peer.
    this.etcd =
        known.all(ListeningSocket.class).stream().anyMatch(each -> each.port() == 2380)
            || known.all(LogSignal.class).stream()
                .anyMatch(each -> each.signal().equals("etcd-peer-unreachable"));
  }

  List<Fact> all() {
    for (Peer peer : peers.all()) {
      FirewallOfHost firewall = new FirewallOfHost(known, peer.host());
      Optional<Ruleset> rules = peer.captured() ? firewall.ruleset(v6) : Optional.empty();
      rules.ifPresent(
          r ->
              judges.put(
                  peer.name(),
                  new Judge(
                      peer.name(), r, firewall.firewall(r), pods(peer), addresses(peer.host()))));
    }
    // Between two hosts whose rules are not known there is nothing to judge.
    List<Peer> judged = peers.all().stream().filter(p -> judges.containsKey(p.name())).toList();
    for (Peer from : peers.all()) {
      for (Peer to : judges.containsKey(from.name()) ? peers.all() : judged) {
        if (!from.name().equals(to.name())) {
          tunnel(from, to);
          hosts(from, to);
          pods(from, to);
          echo(from, to);
        }
      }
      outside(from);
      names(from);
      upstreams(from);
    }
    verdicts.addAll(new Entrances(known, peers, judges).all());
    verdicts.addAll(new NodePorts(known, peers, judges).all());
    verdicts.addAll(new Probed(known, peers, judges).all());
    return withoutEchoes();
  }

  /** Where one rule ends what is asked, that it ends the answer too says nothing more. */
  private List<Fact> withoutEchoes() {
    Set<List<Object>> ended = new HashSet<>();
    for (Fact fact : verdicts) {
      if (fact instanceof FlowVerdict v && !v.answer() && (v.lost() || v.open())) {
        ended.add(where(v));
      }
    }
    return verdicts.stream()
        .filter(fact -> !(fact instanceof FlowVerdict v && v.answer() && ended.contains(where(v))))
        .toList();
  }

  private static List<Object> where(FlowVerdict verdict) {
    Set<String> ends = new TreeSet<>(List.of(verdict.from(), verdict.to()));
    return List.of(verdict.flow(), ends, verdict.node(), verdict.rule(), verdict.origin());
  }

  /** The range of all pods, as flannel has it on that host. */
  private String pods(Peer peer) {
    return known.of(FlannelConfig.class, FlannelConfig::node, peer.host()).stream()
        .map(v6 ? FlannelConfig::network6 : FlannelConfig::network)
        .filter(range -> !range.isEmpty())
        .findFirst()
        .orElseGet(() -> v6 ? range(peer) : "10.42.0.0/16");
  }

  private Set<String> addresses(String host) {
    return known.of(InterfaceAddress.class, InterfaceAddress::node, host).stream()
        .map(InterfaceAddress::address)
        .collect(Collectors.toSet());
  }

  private static String range(Peer peer) {
    return peer.ranges().stream().map(IpPrefix::toString).findFirst().orElse("fd00:42::/56");
  }

  private void tunnel(Peer from, Peer to) {
    if (from.publicIp().isEmpty() || !from.backend().equals(to.backend())) {
      return;
    }
    if (to.backend().equals("vxlan")) {
      between("vxlan", from, to, from.publicIp(), to.publicIp(), vxlanPort(to), "udp");
    } else if (to.backend().equals("wireguard")) {
      between("wireguard", from, to, from.publicIp(), to.publicIp(), wireguardPort(to), "udp");
    }
  }

  private int vxlanPort(Peer peer) {
    return known.of(Vxlan.class, Vxlan::node, peer.host()).stream()
        .filter(vxlan -> vxlan.link().equals(tunnelLink(peer)) && vxlan.port() > 0)
        .mapToInt(Vxlan::port)
        .findFirst()
        .orElse(8472);
  }

  private int wireguardPort(Peer peer) {
    if (v6 && hasLink(peer, "flannel-wg-v6")) {
      return 51_821;
    }
    return known.of(FlannelConfig.class, FlannelConfig::node, peer.host()).stream()
        .mapToInt(FlannelConfig::port)
        .filter(port -> port > 0)
        .findFirst()
        .orElse(51_820);
  }

  private void hosts(Peer from, Peer to) {
    if (from.server() || metricsServers.contains(from.name())) {
      between("kubelet", from, to, from.address(), to.address(), 10_250, "tcp");
    }
    if (to.server()) {
      between("apiserver", from, to, from.address(), to.address(), apiPort(to), "tcp");
    }
    if (from.server() && to.server() && etcd) {
      between("etcd", from, to, from.address(), to.address(), 2379, "tcp");
      between("etcd", from, to, from.address(), to.address(), 2380, "tcp");
    }
  }

  private int apiPort(Peer server) {
    return known.of(K3sSetting.class, K3sSetting::node, server.host()).stream()
        .filter(setting -> setting.key().equals("https-listen-port"))
        .filter(setting -> setting.value().matches("\\d{1,5}"))
        .mapToInt(setting -> Integer.parseInt(setting.value()))
        .findFirst()
        .orElse(6443);
  }

  /** A packet from host to host: out at the one, in at the other; with TCP, and the answer back. */
  private void between(
      String name,
      Peer from,
      Peer to,
      String source,
      String destination,
      int port,
      String protocol) {
    if (!ours(source) || !ours(destination) || source.equals(destination)) {
      return;
    }
    String service = port + "/" + protocol;
    if (protocol.equals("udp")) {
      Packet packet = Packet.udp(source, Packets.CLIENT, destination, port);
      // The kernel itself takes a tunnel's packets, at this address and port only.
      List<String> ends = List.of(destination);
      across(new Flow(name, service, from.name(), to.name(), packet, ends), from, to);
    } else {
      Packet first = Packet.tcp(source, Packets.CLIENT, destination, port);
      // A port may be handed on to a program that answers, so a probe has to have met none.
      List<String> ends =
          unanswered.contains(destination + " " + port) ? List.of(destination) : List.of();
      across(new Flow(name, service, from.name(), to.name(), first, ends), from, to);
      Packet answer = Packets.answer(first);
      across(new Flow(name, service, from.name(), to.name(), answer), to, from);
    }
  }

  private void across(Flow flow, Peer sender, Peer receiver) {
    Judge near = judges.get(sender.name());
    if (near != null) {
      verdicts.add(near.sent(flow));
    }
    Judge far = judges.get(receiver.name());
    String link = linkOf(receiver, flow.packet().header().destination().toString());
    if (far != null && !link.isEmpty()) {
      verdicts.add(far.received(flow.on(link)));
    }
  }

  /** Whether it is an address of the family that is asked about. */
  private boolean ours(String address) {
    return IpAddress.parse(address).filter(each -> each.v6() == v6).isPresent();
  }

  private String linkOf(Peer peer, String address) {
    return known.of(InterfaceAddress.class, InterfaceAddress::node, peer.host()).stream()
        .filter(own -> own.address().equals(address))
        .map(InterfaceAddress::link)
        .findFirst()
        .orElse("");
  }

  /** From the bridge of the one to the bridge of the other, and the answer back. */
  private void pods(Peer from, Peer to) {
    Optional<String> source = somePod(from);
    Optional<String> destination = somePod(to);
    if (source.isEmpty() || destination.isEmpty()) {
      return;
    }
    Packet first = Packet.tcp(source.get(), Packets.CLIENT, destination.get(), 8080);
    forwarded(new Flow("pod-to-pod", "", from.name(), to.name(), first), from, to);
    Packet answer = Packets.answer(first);
    forwarded(new Flow("pod-to-pod", "", from.name(), to.name(), answer), to, from);
    List<String> resolvers = resolvers(to);
    if (from.server() || !resolvers.isEmpty()) {
      tunnelAddress(from).ifPresent(host -> toPod(host, destination.get(), from, to));
    }
    for (String dns : resolvers) {
      Packet question = Packet.udp(source.get(), Packets.CLIENT, dns, 53);
      forwarded(new Flow("pod-to-dns", "53/udp", from.name(), to.name(), question), from, to);
      Packet told = Packets.answer(question);
      forwarded(new Flow("pod-to-dns", "53/udp", from.name(), to.name(), told), to, from);
    }
  }

  /** From a host to a pod of another, as the API asks webhooks, and the answer back. */
  private void toPod(String host, String pod, Peer from, Peer to) {
    Packet first = Packet.tcp(host, Packets.CLIENT, pod, 8080);
    Flow asked = new Flow("node-to-pod", "", from.name(), to.name(), first);
    Judge near = judges.get(from.name());
    if (near != null) {
      verdicts.add(near.sent(asked));
    }
    received(asked, to, tunnelLink(to));
    Packet answer = Packets.answer(first);
    Flow answered = new Flow("node-to-pod", "", from.name(), to.name(), answer);
    received(answered, to, BRIDGE);
    received(answered, from, tunnelLink(from));
  }

  private void received(Flow flow, Peer peer, String link) {
    Judge judge = judges.get(peer.name());
    if (judge != null && !link.isEmpty() && hasLink(peer, link)) {
      verdicts.add(judge.received(flow.on(link)));
    }
  }

  /** The address with which a host speaks to pods of others. */
  private Optional<String> tunnelAddress(Peer peer) {
    return tunnelLink(peer).startsWith("flannel")
        ? peer.ranges().stream().map(range -> range.network().toString()).findFirst()
        : Optional.empty();
  }

  /** An echo request between the tunnels' own addresses, as probes send it. */
  private void echo(Peer from, Peer to) {
    String link = tunnelLink(to);
    if (from.ranges().isEmpty() || to.ranges().isEmpty() || !link.startsWith("flannel")) {
      return;
    }
    String source = from.ranges().get(0).network().toString();
    String destination = to.ranges().get(0).network().toString();
    Flow flow = new Flow("echo", "", from.name(), to.name(), Packet.ping(source, destination));
    Judge near = judges.get(from.name());
    if (near != null) {
      verdicts.add(near.sent(flow));
    }
    Judge far = judges.get(to.name());
    if (far != null && hasLink(to, link)) {
      verdicts.add(far.received(flow.on(link)));
    }
  }

  /** Pods behind the Service kube-dns on a node. */
  private List<String> resolvers(Peer peer) {
    return resolvers(known.of(Endpoint.class, Endpoint::node, peer.name()));
  }

  private List<String> resolvers(List<Endpoint> endpoints) {
    return endpoints.stream()
        .filter(each -> each.namespace().equals("kube-system") && each.service().equals("kube-dns"))
        .filter(each -> ours(each.address()))
        .map(Endpoint::address)
        .distinct()
        .toList();
  }

  private void forwarded(Flow flow, Peer sender, Peer receiver) {
    received(flow, sender, BRIDGE);
    received(flow, receiver, tunnelLink(receiver));
  }

  /** Interface by which packets of other nodes' pods come in. */
  private String tunnelLink(Peer peer) {
    return switch (peer.backend()) {
      case "vxlan" -> v6 ? "flannel-v6.1" : "flannel.1";
      case "wireguard" -> v6 && hasLink(peer, "flannel-wg-v6") ? "flannel-wg-v6" : "flannel-wg";
      case "host-gw" -> linkOf(peer, peer.publicIp());
      default -> "";
    };
  }

  private boolean hasLink(Peer peer, String name) {
    return known.of(Link.class, Link::node, peer.host()).stream()
            .anyMatch(link -> link.name().equals(name))
        || known.of(InterfaceAddress.class, InterfaceAddress::node, peer.host()).stream()
            .anyMatch(own -> own.link().equals(name));
  }

  /** The question of a host and of its pods to the cluster's DNS, by the address of its Service. */
  private void names(Peer from) {
    Judge judge = judges.get(from.name());
    List<String> pods = resolvers(known.all(Endpoint.class));
    if (judge == null || pods.isEmpty()) {
      return;
    }
    for (String service : serviceAddresses("kube-system", "kube-dns")) {
      List<String> ends = Stream.concat(pods.stream(), Stream.of(service)).toList();
      Packet asked = Packet.udp(from.address(), Packets.CLIENT, service, 53);
      Flow ofHost = new Flow("node-to-dns", "53/udp", from.name(), from.name(), asked, ends);
      verdicts.add(judge.sent(ofHost));
      rules(from, judge.leavesAlone(ofHost, true), ofHost, "kube-system", "kube-dns");
      answers(from, judge);
      Optional<String> source = somePod(from);
      if (source.isPresent() && hasLink(from, BRIDGE)) {
        Packet question = Packet.udp(source.get(), Packets.CLIENT, service, 53);
        Flow flow = new Flow("pod-to-dns", "53/udp", from.name(), from.name(), question, ends);
        verdicts.add(judge.received(flow.on(BRIDGE)));
        rules(from, judge.leavesAlone(flow.on(BRIDGE), false), flow, "kube-system", "kube-dns");
      }
    }
  }

  /** What the pods behind the Service answer to the host, by the way of the pods' network. */
  private void answers(Peer asking, Judge judge) {
    for (Peer other : peers.all()) {
      boolean own = other.name().equals(asking.name());
      Optional<String> self = own ? bridgeAddress(asking) : tunnelAddress(asking);
      String link = own ? BRIDGE : tunnelLink(asking);
      if (self.isPresent() && hasLink(asking, link)) {
        for (String dns : resolvers(other)) {
          Packet answer = Packets.answer(Packet.udp(self.get(), Packets.CLIENT, dns, 53));
          Flow told = new Flow("node-to-dns", "53/udp", asking.name(), other.name(), answer);
          verdicts.add(judge.received(told.on(link)));
        }
      }
    }
  }

  private Optional<String> bridgeAddress(Peer peer) {
    return known.of(InterfaceAddress.class, InterfaceAddress::node, peer.host()).stream()
        .filter(own -> own.link().equals(BRIDGE) && ours(own.address()))
        .map(InterfaceAddress::address)
        .findFirst();
  }

  /** What CoreDNS hands on to servers outside, and what the host itself would ask them. */
  private void upstreams(Peer from) {
    Judge judge = judges.get(from.name());
    if (judge == null) {
      return;
    }
    for (Upstream upstream : known.of(Upstream.class, Upstream::node, from.name())) {
      Optional<String> pod =
          known
              .first(Pod.class, each -> each.name().equals(upstream.pod()))
              .map(Pod::podIp)
              .filter(this::ours);
      String to = upstream.address();
      if (pod.isPresent()
          && ours(to)
          && !to.startsWith("127.")
          && !to.equals("::1")
          && hasLink(from, BRIDGE)) {
        String service = upstream.port() + "/udp";
        Packet question = Packet.udp(pod.get(), Packets.CLIENT, to, upstream.port());
        Flow flow = new Flow("dns-to-upstream", service, from.name(), to, question);
        verdicts.add(judge.received(flow.on(BRIDGE)));
        // Connection tracking has put the pod's address back before the rules see the answer.
        returned(from, judge, flow);
        Packet own = Packet.udp(from.address(), Packets.CLIENT, to, upstream.port());
        Flow asked = new Flow("node-to-upstream", service, from.name(), to, own);
        verdicts.add(judge.sent(asked));
        returned(from, judge, asked);
      }
    }
  }

  /** The answer from outside, as it comes in by the host's own interface. */
  private void returned(Peer peer, Judge judge, Flow asked) {
    String link = linkOf(peer, peer.address());
    Packet answer = Packets.answer(asked.packet());
    if (!link.isEmpty() && ours(peer.address())) {
      Flow flow = new Flow(asked.name(), asked.service(), asked.from(), asked.to(), answer);
      FlowVerdict verdict = judge.received(flow.on(link));
      // One that passes says nothing of what was asked: whether that is masqueraded, for one.
      if (verdict.lost() || verdict.open()) {
        verdicts.add(verdict);
      }
    }
  }

  /** Whether the host has rules for a Service; with IPVS they are not among those of netfilter. */
  private void rules(Peer peer, boolean alone, Flow flow, String namespace, String service) {
    Optional<Origin> table = translations(peer);
    if (alone
        && table.isPresent()
        && !hasLink(peer, "kube-ipvs0")
        && answers(namespace, service, flow.service())) {
      Header header = flow.packet().header();
      String address = header.destination().toString();
      int port = header.destinationPort();
      Fact missing =
          new ServiceRulesMissing(peer.name(), namespace, service, address, port, table.get());
      if (!verdicts.contains(missing)) {
        verdicts.add(missing);
      }
    }
  }

  /** Where the rules are that give packets another destination; the table may be empty. */
  private Optional<Origin> translations(Peer peer) {
    return known.of(RulesetText.class, RulesetText::node, peer.host()).stream()
        .filter(text -> !text.source().equals(v6 ? "iptables-save" : "ip6tables-save"))
        .filter(text -> (v6 ? TRANSLATIONS6 : TRANSLATIONS).matcher(text.content()).find())
        .map(RulesetText::origin)
        .findFirst();
  }

  /** Whether a Service has such a port, and somebody behind it. */
  private boolean answers(String namespace, String service, String port) {
    return known.all(ServicePort.class).stream()
            .filter(each -> each.namespace().equals(namespace) && each.service().equals(service))
            .anyMatch(each -> port.equalsIgnoreCase(each.port() + "/" + each.protocol()))
        && known.all(Endpoint.class).stream()
            .filter(Endpoint::ready)
            .anyMatch(e -> e.namespace().equals(namespace) && e.service().equals(service));
  }

  /** To the world, to the API by the address of its Service, and from the host to its own pods. */
  private void outside(Peer from) {
    Judge judge = judges.get(from.name());
    Optional<String> source = somePod(from);
    if (judge == null || source.isEmpty() || !hasLink(from, BRIDGE)) {
      return;
    }
    Packet packet = Packet.tcp(source.get(), Packets.CLIENT, v6 ? OUTSIDE6 : OUTSIDE, 443);
    Flow out = new Flow("pod-to-outside", "", from.name(), "", packet);
    FlowVerdict verdict = judge.received(out.on(BRIDGE));
    // Addresses of IPv6 stay as they are, unless flannel is told otherwise.
    if (!v6 || verdict.lost()) {
      verdicts.add(verdict);
    }
    returned(from, judge, out);
    for (String address : serviceAddresses("default", "kubernetes")) {
      Packet question = Packet.tcp(source.get(), Packets.CLIENT, address, 443);
      Flow flow = new Flow("pod-to-apiserver", "443/tcp", from.name(), "", question);
      verdicts.add(judge.received(flow.on(BRIDGE)));
      rules(from, judge.leavesAlone(flow.on(BRIDGE), false), flow, "default", "kubernetes");
      peers.all().stream()
          .filter(peer -> peer.server() && !peer.equals(from) && ours(peer.address()))
          .map(peer -> Packet.tcp(source.get(), Packets.CLIENT, peer.address(), apiPort(peer)))
          .map(asked -> new Flow("pod-to-apiserver", "443/tcp", from.name(), "", asked))
          .forEach(asked -> returned(from, judge, asked));
    }
    for (InterfaceAddress own :
        known.of(InterfaceAddress.class, InterfaceAddress::node, from.host())) {
      if (own.link().equals(BRIDGE) && ours(own.address())) {
        Packet probe = Packet.tcp(own.address(), Packets.CLIENT, source.get(), 8080);
        verdicts.add(judge.sent(new Flow("node-to-pod", "", from.name(), from.name(), probe)));
        Packet answer = Packets.answer(probe);
        Flow back = new Flow("node-to-pod", "", from.name(), from.name(), answer);
        verdicts.add(judge.received(back.on(BRIDGE)));
      }
    }
  }

  private List<String> serviceAddresses(String namespace, String name) {
    return known.all(Service.class).stream()
        .filter(each -> each.namespace().equals(namespace) && each.name().equals(name))
        .map(Service::clusterIp)
        .filter(this::ours)
        .toList();
  }

  /** An address of the node's range that no pod has, so that no pod's own policies are asked. */
  private Optional<String> somePod(Peer peer) {
    for (IpPrefix range : peer.ranges()) {
      long size = 1L << Math.min(16, range.network().bits() - range.length());
      for (long at = size - 6; at > 1; at--) {
        IpAddress first = range.network();
        IpAddress address = new IpAddress(first.v6(), first.high(), first.low() + at);
        if (!podAddresses.contains(address.toString())) {
          return Optional.of(address.toString());
        }
      }
    }
    return Optional.empty();
  }
}
