package io.kwhy.parse.cluster;

import io.kwhy.fact.cluster.PodPlacement;
import io.kwhy.fact.cluster.PodReference;
import io.kwhy.fact.cluster.PodToleration;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.FieldReader;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a pod's spec wants. */
final class PodSpecReader implements FieldReader {
  private final JsonCursor json;
  private final List<ContainerSpecReader> containers = new ArrayList<>();
  private final List<VolumeReader> volumes = new ArrayList<>();
  private final List<Toleration> tolerations = new ArrayList<>();
  private final AffinityReader affinity;
  private final DnsConfigReader dnsConfig;
  private final PodReserveReader reserve;
  private final SecurityReader security;
  private List<Reference> pullSecrets = List.of();
  private String priorityClass = "";
  private String runtimeClass = "";
  private String scheduler = "";
  private String serviceAccount = "";
  private String restartPolicy = "";
  private boolean spread;
  private List<Reference> gates = List.of();
  private int line;

  String node = "";
  boolean hostNetwork;
  String dnsPolicy = "";

  PodSpecReader(JsonCursor json) {
    this.json = json;
    this.affinity = new AffinityReader(json);
    this.dnsConfig = new DnsConfigReader(json);
    this.reserve = new PodReserveReader(json);
    this.security = new SecurityReader(json);
  }

  @Override
  public void field(String name) throws IOException {
    switch (name) {
      case "nodeName" -> node = json.word();
      case "hostNetwork" -> hostNetwork = json.flag();
      case "dnsPolicy" -> dnsPolicy = json.word();
      case "dnsConfig" -> json.fields(dnsConfig);
      case "initContainers" -> containers.addAll(containers(true));
      case "containers" -> {
        line = json.line();
        containers.addAll(containers(false));
      }
      case "volumes" -> volumes.addAll(json.objects(() -> new VolumeReader(json)));
      case "tolerations" -> tolerations.addAll(json.objects(() -> new Toleration(json)));
      case "nodeSelector" -> json.fields(affinity::nodeSelector);
      case "affinity" -> json.fields(affinity);
      case "securityContext" -> json.fields(security);
      case "imagePullSecrets" -> pullSecrets = json.objects(() -> new Reference(json));
      default -> place(name);
    }
  }

  private void place(String name) throws IOException {
    switch (name) {
      case "priorityClassName" -> priorityClass = json.word();
      case "runtimeClassName" -> runtimeClass = json.word();
      case "schedulerName" -> scheduler = json.word();
      case "serviceAccountName" -> serviceAccount = json.word();
      case "restartPolicy" -> restartPolicy = json.word();
      case "schedulingGates" -> gates = json.objects(() -> new Reference(json));
      case "overhead", "resources" -> reserve.field(name);
      case "topologySpreadConstraints" -> json.elements(() -> json.fields(this::spread));
      default -> {}
    }
  }

  private void spread(String name) throws IOException {
    if (name.equals("whenUnsatisfiable")) {
      spread |= json.word().equals("DoNotSchedule");
    }
  }

  private List<ContainerSpecReader> containers(boolean init) throws IOException {
    return json.objects(() -> new ContainerSpecReader(json, init));
  }

  /** Milli-CPUs that the pod reserves, as the scheduler counts them. */
  long cpu() {
    return reserve.cpu(containers);
  }

  /** Bytes of memory that the pod reserves, as the scheduler counts them. */
  long memory() {
    return reserve.memory(containers);
  }

  /**
   * For how long the pod stays on a node with that NoExecute taint: seconds, -1 for ever, 0. The
   * first toleration that covers the taint counts.
   */
  int stays(String taint) {
    return tolerations.stream()
        .filter(each -> each.covers(taint))
        .mapToInt(each -> each.seconds)
        .findFirst()
        .orElse(0);
  }

  /** What it wants in its resolv.conf. */
  void tellDnsConfig(ObjectMeta pod, Facts facts) {
    if (dnsConfig.line > 0) {
      facts.add(dnsConfig.told(pod, facts.at(dnsConfig.line)));
    }
  }

  /** Ports of the node that it takes, which others may want whether it is well or not. */
  void tellHostPorts(ObjectMeta pod, Facts facts) {
    containers.forEach(each -> each.tellHostPorts(pod, this, facts));
  }

  /** All the rest. */
  void tellDetails(ObjectMeta pod, Facts facts) {
    facts.add(
        new PodPlacement(
            pod.namespace,
            pod.name,
            priorityClass,
            runtimeClass,
            scheduler,
            serviceAccount,
            restartPolicy,
            affinity.withPods(),
            affinity.apartFromPods(),
            spread,
            gates.stream().map(gate -> gate.name).toList(),
            facts.at(line == 0 ? pod.line : line)));
    containers.forEach(each -> each.tell(pod, node, facts));
    containers.forEach(each -> each.tellSecurity(pod, security, facts));
    volumes.forEach(each -> each.tell(pod, node, facts));
    tolerations.forEach(each -> each.tell(pod, facts));
    affinity.tell(pod, facts);
    for (Reference secret : pullSecrets) {
      facts.add(
          new PodReference(
              pod.namespace,
              pod.name,
              "Secret",
              secret.name,
              "",
              "image-pull",
              "",
              "",
              true,
              facts.at(line == 0 ? pod.line : line)));
    }
  }

  /** One toleration. */
  private static final class Toleration implements FieldReader {
    private final JsonCursor json;
    private final int line;
    private String key = "";
    private String operator = "Equal";
    private String value = "";
    private String effect = "";
    private int seconds = -1;

    Toleration(JsonCursor json) {
      this.json = json;
      this.line = json.line();
    }

    @Override
    public void field(String name) throws IOException {
      switch (name) {
        case "key" -> key = json.word();
        case "operator" -> operator = json.word();
        case "value" -> value = json.word();
        case "effect" -> effect = json.word();
        case "tolerationSeconds" -> seconds = json.atNull() ? -1 : Math.max(0, json.integer());
        default -> {}
      }
    }

    private boolean covers(String taint) {
      return (effect.isEmpty() || effect.equals("NoExecute"))
          && (key.isEmpty() ? operator.equals("Exists") : key.equals(taint));
    }

    private void tell(ObjectMeta pod, Facts facts) {
      facts.add(
          new PodToleration(
              pod.namespace, pod.name, key, operator, value, effect, seconds, facts.at(line)));
    }
  }
}
