package io.kwhy.reach;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Known;
import io.kwhy.fact.network.InterfaceAddress;
import io.kwhy.fact.probe.Probe;
import io.kwhy.netfilter.Packet;
import io.kwhy.reach.host.Packets;
import io.kwhy.reach.host.Peer;
import io.kwhy.reach.host.Peers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What probes sent from host to host and got no answer to: it and the answer, judged on both hosts.
 * With that, a loss between the hosts is told from one on a host.
 */
final class Probed {
  private static final Set<String> TO_HOST = Set.of("ping-node", "tcp-kubelet", "tcp-apiserver");
  private static final Set<String> LOST = Set.of("timeout", "unreachable");

  private final Known known;
  private final Peers peers;
  private final Map<String, Judge> judges;
  private final List<Fact> verdicts = new ArrayList<>();

  Probed(Known known, Peers peers, Map<String, Judge> judges) {
    this.known = known;
    this.peers = peers;
    this.judges = judges;
  }

  List<Fact> all() {
    for (Probe probe : known.all(Probe.class)) {
      if (probe.from().equals("node") && LOST.contains(probe.result())) {
        peers.all().stream()
            .filter(peer -> peer.host().equals(probe.node()))
            .forEach(near -> judge(near, probe));
      }
    }
    return verdicts;
  }

  private void judge(Peer near, Probe probe) {
    if (TO_HOST.contains(probe.probe())) {
      peers.all().stream()
          .filter(far -> has(far, probe.address()))
          .forEach(far -> judge(probe.port() > 0 ? "host-port" : "host-echo", near, far, probe));
    } else if (probe.probe().equals("ping-cni0")) {
      // Without a tunnel, packets for pods go from host to host as they are.
      peers.all().stream()
          .filter(far -> far.backend().equals("host-gw") && far.name().equals(probe.peer()))
          .filter(far -> near.backend().equals("host-gw"))
          .forEach(far -> judge("bridge-echo", near, far, probe));
    }
  }

  private void judge(String name, Peer near, Peer far, Probe probe) {
    Optional<String> source = addresses(near).filter(a -> sameFamily(a, probe)).findFirst();
    if (source.isEmpty() || near.equals(far) || !has(far, probe.address())) {
      return;
    }
    boolean port = probe.port() > 0;
    Packet packet =
        port
            ? Packet.tcp(source.get(), Packets.CLIENT, probe.address(), probe.port())
            : Packet.ping(source.get(), probe.address());
    String service = port ? probe.port() + "/tcp" : name.equals("host-echo") ? "icmp" : "";
    Flow asked = new Flow(name, service, near.name(), far.name(), packet);
    across(asked, near, far);
    across(new Flow(name, service, near.name(), far.name(), Packets.answer(packet)), far, near);
  }

  private void across(Flow flow, Peer sender, Peer receiver) {
    Judge out = judges.get(sender.name());
    if (out != null) {
      verdicts.add(out.sent(flow));
    }
    Judge in = judges.get(receiver.name());
    Optional<String> link = entrance(receiver, flow.packet());
    if (in != null && link.isPresent()) {
      verdicts.add(in.received(flow.on(link.get())));
    }
  }

  /** The interface by which a packet for one of the host's addresses comes over the wire. */
  private Optional<String> entrance(Peer peer, Packet packet) {
    String to = packet.header().destination().toString();
    List<String> ways =
        Stream.concat(Stream.of(to), addresses(peer)).flatMap(a -> link(peer, a)).toList();
    return ways.stream().filter(link -> !link.equals("cni0")).findFirst();
  }

  private Stream<String> link(Peer peer, String address) {
    return known.of(InterfaceAddress.class, InterfaceAddress::node, peer.host()).stream()
        .filter(own -> own.address().equals(address))
        .map(InterfaceAddress::link);
  }

  private boolean has(Peer peer, String address) {
    return addresses(peer).anyMatch(address::equals) || link(peer, address).findAny().isPresent();
  }

  /** Those by which the others know it. */
  private static Stream<String> addresses(Peer peer) {
    return Stream.of(peer.address(), peer.publicIp()).filter(each -> !each.isEmpty()).distinct();
  }

  private boolean sameFamily(String address, Probe probe) {
    return probe.address().contains(":") == peers.v6() && peers.ours(address);
  }
}
