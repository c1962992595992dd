package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.util.List;

/**
 * What a NetworkPolicy allows in one direction: traffic with any of the peers, on any of the ports.
 *
 * @param egress whether it is about what goes out
 * @param index place among the policy's rules of that direction, from 0
 * @param peers empty for everybody
 * @param ports empty for all
 */
public record NetworkPolicyRule(
    String namespace,
    String policy,
    boolean egress,
    int index,
    List<Peer> peers,
    List<Port> ports,
    Origin origin)
    implements Fact {
  public NetworkPolicyRule {
    peers = List.copyOf(peers);
    ports = List.copyOf(ports);
  }

  /**
   * Who is allowed: pods, or addresses.
   *
   * @param byNamespace whether namespaces are selected; else pods are those of the policy's own
   * @param cidr {@code ""} where pods are meant
   * @param except ranges within cidr that are not meant
   */
  public record Peer(
      boolean byNamespace,
      Selector namespaces,
      boolean byPod,
      Selector pods,
      String cidr,
      List<String> except) {
    public Peer {
      except = List.copyOf(except);
    }

    @Override
    public String toString() {
      if (!cidr.isEmpty()) {
        return cidr + (except.isEmpty() ? "" : " except " + String.join(",", except));
      }
      return (byPod && !pods.isEmpty() ? "pods with " + pods : "all pods")
          + (!byNamespace
              ? " of the namespace"
              : namespaces.isEmpty() ? " of all namespaces" : " of namespaces with " + namespaces);
    }
  }

  /**
   * A port.
   *
   * @param port number or name; {@code ""} for all of the protocol
   * @param endPort last of a range; 0 for a single one
   */
  public record Port(String protocol, String port, int endPort) {
    /** Whether it allows that port; a named one never does, as its number is the pod's. */
    public boolean allows(String otherProtocol, int number) {
      if (!protocol.equals(otherProtocol)) {
        return false;
      }
      if (port.isEmpty()) {
        return true;
      }
      if (!port.chars().allMatch(Character::isDigit) || port.length() > 5) {
        return false;
      }
      int first = Integer.parseInt(port);
      return number >= first && number <= Math.max(first, endPort);
    }

    @Override
    public String toString() {
      return (port.isEmpty() ? "all" : port + (endPort == 0 ? "" : "-" + endPort)) + "/" + protocol;
    }
  }

  @Override
  public String text() {
    return "NetworkPolicy "
        + namespace
        + "/"
        + policy
        + " allows "
        + (egress ? "to " : "from ")
        + (peers.isEmpty()
            ? "everybody"
            : String.join("; ", peers.stream().map(Peer::toString).toList()))
        + (ports.isEmpty()
            ? ""
            : " on " + String.join(",", ports.stream().map(Port::toString).toList()));
  }
}
