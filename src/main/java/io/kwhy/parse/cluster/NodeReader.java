package io.kwhy.parse.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.cluster.Node;
import io.kwhy.fact.cluster.NodeAddress;
import io.kwhy.fact.cluster.NodeCondition;
import io.kwhy.fact.cluster.NodeLabel;
import io.kwhy.fact.cluster.NodeResource;
import io.kwhy.fact.cluster.NodeTaint;
import io.kwhy.fact.cluster.PodCidr;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.FieldReader;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;
import java.time.Instant;
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
  private String kubeletVersion = "";
  private String machineId = "";
  private String systemUuid = "";
  private final List<Pair> labels = new ArrayList<>();
  private final List<Pair> allocatable = new ArrayList<>();
  private List<Taint> taints = List.of();
  private List<Address> addresses = List.of();
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
      case "taints" -> taints = json.objects(Taint::new);
      default -> {}
    }
  }

  private void podCidr() throws IOException {
    podCidrs.add(new Range(json.word(), json.line()));
  }

  private void status(String name) throws IOException {
    switch (name) {
      case "addresses" -> addresses = json.objects(Address::new);
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
    for (Address each : addresses) {
      facts.add(new NodeAddress(meta.name, each.type, each.address, facts.at(each.line)));
    }
    for (Condition each : conditions) {
      facts.add(
          new NodeCondition(
              meta.name,
              each.type,
              each.status,
              each.reason,
              each.message,
              each.changed,
              each.heartbeat,
              facts.at(each.line)));
    }
    for (Taint each : taints) {
      facts.add(
          new NodeTaint(
              meta.name, each.key, each.value, each.effect, each.added, facts.at(each.line)));
    }
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
    for (Address address : addresses) {
      if (address.type.equals("InternalIP")) {
        return address.address;
      }
    }
    return "";
  }

  private record Range(String cidr, int line) {}

  private final class Address implements FieldReader {
    private String type = "";
    private String address = "";
    private int line = json.line();

    @Override
    public void field(String name) throws IOException {
      switch (name) {
        case "type" -> type = json.word();
        case "address" -> {
          address = json.word();
          line = json.line();
        }
        default -> {}
      }
    }
  }

  private final class Taint implements FieldReader {
    private String key = "";
    private String value = "";
    private String effect = "";
    private Instant added = Fact.UNKNOWN_TIME;
    private int line = json.line();

    @Override
    public void field(String name) throws IOException {
      switch (name) {
        case "key" -> {
          key = json.word();
          line = json.line();
        }
        case "value" -> value = json.word();
        case "effect" -> effect = json.word();
        case "timeAdded" -> added = json.time();
        default -> {}
      }
    }
  }
}
