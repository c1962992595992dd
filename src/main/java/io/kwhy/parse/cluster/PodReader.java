package io.kwhy.parse.cluster;

import io.kwhy.fact.cluster.Pod;
import io.kwhy.parse.Facts;
import java.io.IOException;
import java.util.List;

/** A Pod and what its containers are doing. */
final class PodReader extends ObjectReader {
  private String node = "";
  private boolean hostNetwork;
  private String dnsPolicy = "";
  private String phase = "";
  private String reason = "";
  private String message = "";
  private String podIp = "";
  private int phaseLine;
  private List<Readiness> conditions = List.of();
  private List<ContainerReader> initContainers = List.of();
  private List<ContainerReader> containers = List.of();
  private List<ContainerReader> ephemeralContainers = List.of();

  PodReader(JsonCursor json) {
    super(json);
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
      case "nodeName" -> node = json.word();
      case "hostNetwork" -> hostNetwork = json.flag();
      case "dnsPolicy" -> dnsPolicy = json.word();
      default -> {}
    }
  }

  private void status(String name) throws IOException {
    switch (name) {
      case "phase" -> {
        phase = json.word();
        phaseLine = json.line();
      }
      case "reason" -> reason = json.word();
      case "message" -> message = json.word();
      case "podIP" -> podIp = json.word();
      case "conditions" -> conditions = json.objects(Readiness::new);
      case "initContainerStatuses" -> initContainers = containers(true);
      case "containerStatuses" -> containers = containers(false);
      case "ephemeralContainerStatuses" -> ephemeralContainers = containers(false);
      default -> {}
    }
  }

  private List<ContainerReader> containers(boolean init) throws IOException {
    return json.objects(() -> new ContainerReader(json, init));
  }

  @Override
  void tell(Facts facts) {
    facts.add(pod(meta.controller(), facts));
    initContainers.forEach(container -> container.tell(meta, node, facts));
    containers.forEach(container -> container.tell(meta, node, facts));
    ephemeralContainers.forEach(container -> container.tell(meta, node, facts));
  }

  private Pod pod(Reference owner, Facts facts) {
    return new Pod(
        meta.namespace,
        meta.name,
        node,
        phase,
        conditions.stream().anyMatch(Readiness::holds),
        reason,
        message,
        hostNetwork,
        podIp,
        owner.kind,
        owner.name,
        dnsPolicy,
        meta.created,
        meta.deleting,
        facts.at(phaseLine == 0 ? meta.line : phaseLine));
  }

  /** Of a pod's conditions only Ready is kept; there are five to a pod, and many pods. */
  private final class Readiness implements FieldReader {
    private String type = "";
    private String status = "";

    @Override
    public void field(String name) throws IOException {
      switch (name) {
        case "type" -> type = json.word();
        case "status" -> status = json.word();
        default -> {}
      }
    }

    private boolean holds() {
      return type.equals("Ready") && status.equals("True");
    }
  }
}
