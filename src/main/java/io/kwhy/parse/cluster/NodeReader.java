package io.kwhy.parse.cluster;

import io.kwhy.fact.cluster.EncryptionState;
import io.kwhy.fact.cluster.Node;
import io.kwhy.fact.cluster.NodeLabel;
import io.kwhy.fact.cluster.NodeResource;
import io.kwhy.fact.cluster.PodCidr;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A Node with its addresses, conditions and taints. */
final class NodeReader extends ObjectReader {
  private boolean controlPlane;
  private boolean unschedulable;
  private String podCidr = "";
  private int podCidrLine;
  private final List<Range> podCidrs = new ArrayList<>();
  private final FlannelAnnotations flannel = new FlannelAnnotations();
  private NodeArguments arguments = NodeArguments.NONE;
  private Pair encryption = new Pair("", "", 0);
  private String kubeletVersion = "";
  private String machineId = "";
  private String systemUuid = "";
  private final List<Pair> labels = new ArrayList<>();
  private final List<Pair> allocatable = new ArrayList<>();
  private List<Taint> taints = List.of();
  private List<NodeAddressReader> addresses = List.of();
  private List<Condition> conditions = List.of();

  private record Pair(String key, String value, int line) {}

  NodeReader(JsonCursor json) {
    super(json);
  }

  @Override
  void label(String name) throws IOException {
    labels.add(new Pair(name, json.word(), json.line()));
    switch (name) {
      // k3s before v1.20 sets only "master"; a server with a role of its own has "etcd" alone.
      case "node-role.kubernetes.io/control-plane",
          "node-role.kubernetes.io/master",
          "node-role.kubernetes.io/etcd" ->
          controlPlane = true;
      default -> {}
    }
  }

  @Override
  void annotation(String name) throws IOException {
    if (name.startsWith(FlannelAnnotations.PREFIX)) {
      flannel.add(name.substring(FlannelAnnotations.PREFIX.length()), json.text(), json.line());
    } else if (name.equals("k3s.io/node-args")) {
      arguments = new NodeArguments(json.text(), json.line());
    } else if (name.equals("k3s.io/encryption-config-hash")) {
      encryption = new Pair(name, json.word(), json.line());
    }
  }

  @Override
  void section(String name) throws IOException {
    switch (name) {
      case "spec" -> json.fields(this::spec);
      case "status" -> json.fields(this::status);
      default -> {}
    }
  }

  private void spec(String name) throws IOException {
    switch (name) {
      case "podCIDR" -> {
        podCidr = json.word();
        podCidrLine = json.line();
      }
      case "podCIDRs" -> json.elements(this::podCidr);
      case "unschedulable" -> unschedulable = json.flag();
      case "taints" -> taints = json.objects(() -> new Taint(json));
      default -> {}
    }
  }

  private void podCidr() throws IOException {
    podCidrs.add(new Range(json.word(), json.line()));
  }

  private void status(String name) throws IOException {
    switch (name) {
      case "addresses" -> addresses = json.objects(() -> new NodeAddressReader(json));
      case "conditions" -> conditions = json.objects(() -> new Condition(json));
      case "allocatable" ->
          json.fields(key -> allocatable.add(new Pair(key, json.scalar(), json.line())));
      case "nodeInfo" -> json.fields(this::nodeInfo);
      default -> {}
    }
  }

  private void nodeInfo(String name) throws IOException {
    switch (name) {
      case "kubeletVersion" -> kubeletVersion = json.word();
      case "machineID" -> machineId = json.word();
      case "systemUUID" -> systemUuid = json.word();
      default -> {}
    }
  }

  @Override
  void tell(Facts facts) {
    facts.add(node(ready(), facts));
    tellRanges(facts);
    flannel.tell(meta.name, facts);
    arguments.tell(meta.name, facts);
    int stage = encryption.value.indexOf('-');
    if (stage > 0) {
      facts.add(
          new EncryptionState(
              meta.name,
              encryption.value.substring(0, stage),
              encryption.value.substring(stage + 1),
              facts.at(encryption.line)));
    }
    addresses.forEach(each -> facts.add(each.of(meta.name, facts)));
    conditions.forEach(each -> facts.add(each.of(meta.name, facts)));
    taints.forEach(each -> facts.add(each.of(meta.name, facts)));
    for (Pair each : labels) {
      facts.add(new NodeLabel(meta.name, each.key, each.value, facts.at(each.line)));
    }
    for (Pair each : allocatable) {
      long amount =
          each.key.equals("cpu") ? Quantity.millis(each.value) : Quantity.units(each.value);
      facts.add(new NodeResource(meta.name, each.key, amount, each.value, facts.at(each.line)));
    }
  }

  /** Clusters of old have podCIDR alone. */
  private void tellRanges(Facts facts) {
    if (podCidrs.isEmpty() && !podCidr.isEmpty()) {
      podCidrs.add(new Range(podCidr, podCidrLine));
    }
    for (Range each : podCidrs) {
      facts.add(new PodCidr(meta.name, each.cidr, facts.at(each.line)));
    }
  }

  private Node node(Condition ready, Facts facts) {
    return new Node(
        meta.name,
        ready.status,
        ready.reason,
        ready.message,
        ready.changed,
        ready.heartbeat,
        meta.created,
        meta.deleting,
        unschedulable,
        controlPlane,
        kubeletVersion,
        machineId,
        systemUuid,
        internalIp(),
        podCidr,
        facts.at(ready.status.isEmpty() ? meta.line : ready.line));
  }

  private Condition ready() {
    for (Condition condition : conditions) {
      if (condition.type.equals("Ready")) {
        return condition;
      }
    }
    return new Condition(json);
  }

  private String internalIp() {
    for (NodeAddressReader address : addresses) {
      if (address.type.equals("InternalIP")) {
        return address.address;
      }
    }
    return "";
  }

  private record Range(String cidr, int line) {}
}
