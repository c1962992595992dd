package io.kwhy.reach.path;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Known;
import io.kwhy.fact.cluster.Endpoint;
import io.kwhy.fact.cluster.Pod;
import io.kwhy.fact.cluster.Service;
import io.kwhy.fact.cluster.ServicePort;
import io.kwhy.fact.network.InterfaceAddress;
import io.kwhy.netfilter.IpAddress;
import io.kwhy.reach.host.Peer;
import io.kwhy.reach.host.Peers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the ends of a path by name: {@code pod/NAMESPACE/NAME}, {@code svc/NAMESPACE/NAME:PORT}, a
 * node's name, an address.
 */
final class Ends {
  private static final int TOLD = 8;

  private final Known known;
  private final Peers peers;

  Ends(Known known, Peers peers) {
    this.known = known;
    this.peers = peers;
  }

  /**
   * The end that the words mean.
   *
   * @throws UnknownEndException if there is no such thing in what was captured
   */
  End find(String words) throws UnknownEndException {
    EndWords said = EndWords.of(words);
    String what = said.what();
    String protocol = said.protocol();
    String[] path = what.split("/", 3);
    boolean kind = path.length > 1;
    String namespace = path.length == 3 ? path[1] : "default";
    String name = path[path.length - 1];
    return switch (kind ? path[0] : "") {
      case "pod", "pods", "po" -> pod(namespace, name, said.number(), protocol);
      case "svc", "service", "services" -> service(namespace, name, said.port(), protocol);
      case "node", "nodes", "no" -> node(name, said.number(), protocol);
      case "" -> nodeOrAddress(what, said.number(), protocol);
      default ->
          throw new UnknownEndException(
              "\"" + words + "\" is none of pod/NAMESPACE/NAME, svc/NAMESPACE/NAME, a node, an IP");
    };
  }

  private End pod(String namespace, String name, int port, String protocol)
      throws UnknownEndException {
    Pod pod =
        known
            .first(Pod.class, p -> p.namespace().equals(namespace) && p.name().equals(name))
            .orElseThrow(() -> unknown("pod", namespace + "/" + name, Pod.class, Ends::podName));
    if (pod.podIp().isEmpty()) {
      throw new UnknownEndException("pod " + podName(pod) + " has no address yet");
    }
    return of(pod, "pod/" + podName(pod), port, protocol);
  }

  private End of(Pod pod, String words, int port, String protocol) {
    Optional<Peer> peer = peer(pod.node());
    String where = words + " (" + pod.podIp() + " on " + pod.node() + ")";
    return new End(where, peer, !pod.hostNetwork(), pod.podIp(), port, protocol(port, protocol));
  }

  private static String podName(Endpoint endpoint) {
    return endpoint.namespace() + "/" + endpoint.targetName();
  }

  private static String podName(Pod pod) {
    return pod.namespace() + "/" + pod.name();
  }

  private static String protocol(int port, String said) {
    return port == 0 && said.isEmpty() ? "icmp" : said.isEmpty() ? "tcp" : said;
  }

  private Optional<Peer> peer(String name) {
    return peers.all().stream().filter(peer -> peer.name().equals(name)).findFirst();
  }

  private End service(String namespace, String name, String port, String protocol)
      throws UnknownEndException {
    Service service =
        known
            .first(Service.class, s -> s.namespace().equals(namespace) && s.name().equals(name))
            .orElseThrow(
                () ->
                    unknown(
                        "Service",
                        namespace + "/" + name,
                        Service.class,
                        s -> s.namespace() + "/" + s.name()));
    if (service.headless() || service.clusterIp().isEmpty()) {
      throw new UnknownEndException(
          "Service " + namespace + "/" + name + " has no address of its own: " + instead(service));
    }
    ServicePort chosen = port(service, port, protocol);
    String words = "svc/" + namespace + "/" + name + " (" + service.clusterIp() + ")";
    String by = chosen.protocol().toLowerCase(Locale.ROOT);
    return new End(words, Optional.empty(), false, service.clusterIp(), chosen.port(), by);
  }

  private String instead(Service service) {
    if (!service.externalName().isEmpty()) {
      return "it stands for the name " + service.externalName() + ", ask for an address of that";
    }
    List<String> behind =
        known.all(Endpoint.class).stream()
            .filter(e -> e.namespace().equals(service.namespace()))
            .filter(e -> e.service().equals(service.name()))
            .map(e -> e.targetKind().equals("Pod") ? "pod/" + podName(e) : e.address())
            .distinct()
            .limit(TOLD)
            .toList();
    return behind.isEmpty() ? "and nobody is behind it" : "ask for one of " + behind;
  }

  private ServicePort port(Service service, String port, String protocol)
      throws UnknownEndException {
    List<ServicePort> all =
        known.all(ServicePort.class).stream()
            .filter(
                p ->
                    p.namespace().equals(service.namespace()) && p.service().equals(service.name()))
            .toList();
    return all.stream()
        .filter(p -> port.isEmpty() || p.portName().equals(port) || port.equals("" + p.port()))
        .filter(p -> protocol.isEmpty() || p.protocol().equalsIgnoreCase(protocol))
        .findFirst()
        .orElseThrow(
            () ->
                new UnknownEndException(
                    "Service "
                        + service.namespace()
                        + "/"
                        + service.name()
                        + ": expected one of its ports "
                        + all.stream().map(p -> p.port() + "/" + p.protocol()).toList()
                        + ", found \""
                        + port
                        + (protocol.isEmpty() ? "" : "/" + protocol)
                        + "\""));
  }

  private End node(String name, int port, String protocol) throws UnknownEndException {
    Peer peer =
        peer(name)
            .orElseThrow(
                () ->
                    new UnknownEndException(
                        "no node \""
                            + name
                            + "\", nor an address; there are "
                            + peers.all().stream().map(Peer::name).toList()));
    String words = "node/" + name + " (" + peer.address() + ")";
    return new End(words, Optional.of(peer), false, peer.address(), port, protocol(port, protocol));
  }

  private End nodeOrAddress(String what, int port, String protocol) throws UnknownEndException {
    if (IpAddress.parse(what).isEmpty()) {
      return node(what, port, protocol);
    }
    Optional<Pod> pod =
        known.first(Pod.class, p -> p.podIp().equals(what) && !p.hostNetwork() && !p.over());
    if (pod.isPresent()) {
      return of(pod.get(), "pod/" + podName(pod.get()), port, protocol);
    }
    Optional<Peer> owner = peers.all().stream().filter(peer -> has(peer, what)).findFirst();
    String words = owner.map(peer -> what + " (node " + peer.name() + ")").orElse(what);
    return new End(words, owner, false, what, port, protocol(port, protocol));
  }

  /** Whether an address is the node's own, which those are not that each host has. */
  boolean has(Peer peer, String address) {
    return !loops(address) && owns(peer, address);
  }

  static boolean loops(String address) {
    return address.startsWith("127.") || address.equals("::1");
  }

  private boolean owns(Peer peer, String address) {
    return peer.address().equals(address)
        || peer.publicIp().equals(address)
        || known.of(InterfaceAddress.class, InterfaceAddress::node, peer.host()).stream()
            .anyMatch(own -> own.address().equals(address));
  }

  private <T extends Fact> UnknownEndException unknown(
      String kind, String name, Class<T> type, Function<T, String> words) {
    String namespace = name.substring(0, name.indexOf('/') + 1);
    List<String> near =
        known.all(type).stream()
            .map(words)
            .filter(other -> other.startsWith(namespace))
            .sorted()
            .limit(TOLD)
            .toList();
    return new UnknownEndException(
        "no " + kind + " " + name + (near.isEmpty() ? "" : "; there are, for one, " + near));
  }
}
