package io.kwhy.parse.cluster;

import io.kwhy.fact.cluster.HostPort;
import io.kwhy.fact.cluster.PodContainer;
import io.kwhy.fact.cluster.PodReference;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.FieldReader;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A container as the pod's spec wants it. */
final class ContainerSpecReader implements FieldReader {
  private final JsonCursor json;
  private String name = "";
  private String image = "";
  private String pullPolicy = "";
  private String entrypoint = "";
  private String cpuRequest = "";
  private String cpuLimit = "";
  private String memoryRequest = "";
  private String memoryLimit = "";
  private String storageRequest = "";
  private List<TemplateReader.PortReader> ports = List.of();
  private final List<ProbeReader> probes = new ArrayList<>();
  private final List<Variable> variables = new ArrayList<>();
  private final SecurityReader security;
  private List<MountReader> mounts = List.of();
  private int line;

  final boolean init;

  /** Whether it is an init container that stays. */
  boolean sidecar;

  ContainerSpecReader(JsonCursor json, boolean init) {
    this.json = json;
    this.init = init;
    this.security = new SecurityReader(json);
    this.line = json.line();
  }

  @Override
  public void field(String field) throws IOException {
    switch (field) {
      case "name" -> name = json.word();
      case "image" -> {
        image = json.word();
        line = json.line();
      }
      case "imagePullPolicy" -> pullPolicy = json.word();
      case "restartPolicy" -> sidecar = json.word().equals("Always");
      case "command" -> {
        List<String> words = json.words();
        entrypoint = words.isEmpty() ? "" : words.get(0);
      }
      case "resources" -> json.fields(this::resources);
      case "ports" -> ports = json.objects(() -> new TemplateReader.PortReader(json));
      case "livenessProbe" -> probe("liveness");
      case "readinessProbe" -> probe("readiness");
      case "startupProbe" -> probe("startup");
      case "lifecycle" -> json.fields(this::lifecycle);
      case "securityContext" -> json.fields(security);
      case "volumeMounts" -> mounts = json.objects(() -> new MountReader(json));
      case "env" -> variables.addAll(json.objects(() -> new Variable("env")));
      case "envFrom" -> variables.addAll(json.objects(() -> new Variable("envFrom")));
      default -> {}
    }
  }

  private void lifecycle(String hook) throws IOException {
    if (hook.equals("postStart")) {
      probe("post-start");
    }
  }

  private void probe(String purpose) throws IOException {
    ProbeReader probe = new ProbeReader(json, purpose);
    if (json.fields(probe)) {
      probes.add(probe);
    }
  }

  private void resources(String field) throws IOException {
    switch (field) {
      case "requests" ->
          json.fields(
              resource -> {
                switch (resource) {
                  case "cpu" -> cpuRequest = json.scalar();
                  case "memory" -> memoryRequest = json.scalar();
                  case "ephemeral-storage" -> storageRequest = json.scalar();
                  default -> {}
                }
              });
      case "limits" ->
          json.fields(
              resource -> {
                switch (resource) {
                  case "cpu" -> cpuLimit = json.scalar();
                  case "memory" -> memoryLimit = json.scalar();
                  default -> {}
                }
              });
      default -> {}
    }
  }

  /** Milli-CPUs that it reserves. */
  long cpu() {
    return Quantity.millis(cpuRequest);
  }

  /** Bytes that it reserves. */
  long memory() {
    return Quantity.units(memoryRequest);
  }

  void tellHostPorts(ObjectMeta pod, PodSpecReader spec, Facts facts) {
    for (TemplateReader.PortReader reader : ports) {
      TemplateReader.Port port = reader.port(name);
      if (port.hostPort() > 0) {
        facts.add(
            new HostPort(
                pod.namespace,
                pod.name,
                spec.node,
                name,
                port.protocol(),
                port.hostPort(),
                port.hostIp(),
                spec.hostNetwork,
                facts.at(port.line())));
      }
    }
  }

  void tellSecurity(ObjectMeta pod, SecurityReader shared, Facts facts) {
    security.tell(pod, name, shared, mounts, facts);
  }

  void tell(ObjectMeta pod, String node, Facts facts) {
    facts.add(
        new PodContainer(
            pod.namespace,
            pod.name,
            node,
            name,
            init,
            image,
            pullPolicy,
            entrypoint,
            cpuRequest,
            cpuLimit,
            memoryRequest,
            memoryLimit,
            Quantity.units(storageRequest),
            facts.at(line)));
    probes.forEach(each -> each.tell(pod, name, facts));
    variables.forEach(each -> each.tell(pod, facts));
  }

  /** An environment variable, or a set of them, that comes from an object. */
  private final class Variable implements FieldReader {
    private final String use;
    private String variable = "";
    private String kind = "";
    private String object = "";
    private String key = "";
    private boolean optional;
    private int at;

    private Variable(String use) {
      this.use = use;
    }

    @Override
    public void field(String field) throws IOException {
      switch (field) {
        case "name" -> variable = json.word();
        case "valueFrom" -> json.fields(this::source);
        default -> source(field);
      }
    }

    private void source(String field) throws IOException {
      switch (field) {
        case "configMapKeyRef", "configMapRef" -> source("ConfigMap", json);
        case "secretKeyRef", "secretRef" -> source("Secret", json);
        default -> {}
      }
    }

    private void source(String of, JsonCursor cursor) throws IOException {
      kind = of;
      at = cursor.line();
      cursor.fields(
          field -> {
            switch (field) {
              case "name" -> {
                object = json.word();
                at = json.line();
              }
              case "key" -> key = json.word();
              case "optional" -> optional = json.flag();
              default -> {}
            }
          });
    }

    private void tell(ObjectMeta pod, Facts facts) {
      if (!kind.isEmpty()) {
        facts.add(
            new PodReference(
                pod.namespace,
                pod.name,
                kind,
                object,
                key,
                use,
                name,
                variable,
                optional,
                facts.at(at)));
      }
    }
  }
}
