package io.kwhy.parse.cluster;

import io.kwhy.fact.cluster.NetworkPolicy;
import io.kwhy.fact.cluster.NetworkPolicyRule;
import io.kwhy.fact.cluster.Selector;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.FieldReader;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;
import java.util.List;

/** A NetworkPolicy and what it allows. */
final class NetworkPolicyReader extends ObjectReader {
  private Selector pods = Selector.EVERYTHING;
  private List<String> types = List.of();
  private List<Allowed> ingress = List.of();
  private List<Allowed> egress = List.of();
  private int line;

  NetworkPolicyReader(JsonCursor json) {
    super(json);
  }

  @Override
  void section(String name) throws IOException {
    if (name.equals("spec")) {
      json.fields(this::spec);
    }
  }

  private void spec(String name) throws IOException {
    switch (name) {
      case "podSelector" -> {
        line = json.line();
        pods = SelectorReader.at(json);
      }
      case "policyTypes" -> types = json.words();
      case "ingress" -> ingress = json.objects(Allowed::new);
      case "egress" -> egress = json.objects(Allowed::new);
      default -> {}
    }
  }

  @Override
  void tell(Facts facts) {
    // Without policyTypes, ingress is always limited, and egress where there are rules for it.
    facts.add(
        new NetworkPolicy(
            meta.namespace,
            meta.name,
            pods,
            types.isEmpty() || types.contains("Ingress"),
            types.isEmpty() ? !egress.isEmpty() : types.contains("Egress"),
            meta.created,
            facts.at(line == 0 ? meta.line : line)));
    tell(ingress, false, facts);
    tell(egress, true, facts);
  }

  private void tell(List<Allowed> rules, boolean isEgress, Facts facts) {
    for (int i = 0; i < rules.size(); i++) {
      Allowed rule = rules.get(i);
      facts.add(
          new NetworkPolicyRule(
              meta.namespace,
              meta.name,
              isEgress,
              i,
              rule.peers.stream().map(PeerReader::peer).toList(),
              rule.ports.stream().map(PortReader::port).toList(),
              facts.at(rule.line)));
    }
  }

  private final class Allowed implements FieldReader {
    private final int line = json.line();
    private List<PeerReader> peers = List.of();
    private List<PortReader> ports = List.of();

    @Override
    public void field(String name) throws IOException {
      switch (name) {
        case "from", "to" -> peers = json.objects(PeerReader::new);
        case "ports" -> ports = json.objects(PortReader::new);
        default -> {}
      }
    }
  }

  private final class PeerReader implements FieldReader {
    private boolean byNamespace;
    private Selector namespaces = Selector.EVERYTHING;
    private boolean byPod;
    private Selector pods = Selector.EVERYTHING;
    private String cidr = "";
    private List<String> except = List.of();

    @Override
    public void field(String name) throws IOException {
      switch (name) {
        case "namespaceSelector" -> {
          byNamespace = !json.atNull();
          namespaces = SelectorReader.at(json);
        }
        case "podSelector" -> {
          byPod = !json.atNull();
          pods = SelectorReader.at(json);
        }
        case "ipBlock" -> json.fields(this::block);
        default -> {}
      }
    }

    private void block(String name) throws IOException {
      switch (name) {
        case "cidr" -> cidr = json.word();
        case "except" -> except = json.words();
        default -> {}
      }
    }

    private NetworkPolicyRule.Peer peer() {
      return new NetworkPolicyRule.Peer(byNamespace, namespaces, byPod, pods, cidr, except);
    }
  }

  private final class PortReader implements FieldReader {
    private String protocol = "TCP";
    private String port = "";
    private int endPort;

    @Override
    public void field(String name) throws IOException {
      switch (name) {
        case "protocol" -> protocol = json.word();
        case "port" -> port = json.scalar();
        case "endPort" -> endPort = json.integer();
        default -> {}
      }
    }

    private NetworkPolicyRule.Port port() {
      return new NetworkPolicyRule.Port(protocol, port, endPort);
    }
  }
}
