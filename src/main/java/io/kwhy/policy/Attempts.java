package io.kwhy.policy;

import io.kwhy.fact.Known;
import io.kwhy.fact.cluster.ApiService;
import io.kwhy.fact.cluster.ConversionWebhook;
import io.kwhy.fact.cluster.Endpoint;
import io.kwhy.fact.cluster.Node;
import io.kwhy.fact.cluster.Pod;
import io.kwhy.fact.cluster.Service;
import io.kwhy.fact.cluster.ServicePort;
import io.kwhy.fact.cluster.Webhook;
import io.kwhy.fact.log.LogSignal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Connections that are wanted: those that a container's log says failed, and those of the API
 * servers to the Services behind API groups and webhooks.
 */
final class Attempts {
  private static final String TCP = "TCP";

  private final Known facts;
  private final Set<Attempt> all = new LinkedHashSet<>();

  Attempts(Known facts) {
    this.facts = facts;
  }

  Set<Attempt> all() {
    for (LogSignal failed : facts.all(LogSignal.class)) {
      if (failed.signal().equals("connection-failed") && !failed.pod().isEmpty()) {
        pod(failed.namespace(), failed.pod()).ifPresent(client -> ofPod(client, failed));
      }
    }
    for (ApiService group : facts.all(ApiService.class)) {
      if (group.available().equals("False") && !group.service().isEmpty()) {
        ofServers(group.serviceNamespace(), group.service(), 443);
      }
    }
    for (Webhook hook : facts.all(Webhook.class)) {
      if (!hook.service().isEmpty()) {
        ofServers(hook.serviceNamespace(), hook.service(), hook.port());
      }
    }
    for (ConversionWebhook hook : facts.all(ConversionWebhook.class)) {
      if (!hook.service().isEmpty()) {
        ofServers(hook.serviceNamespace(), hook.service(), hook.port());
      }
    }
    return all;
  }

  private void ofPod(Pod client, LogSignal failed) {
    String asked = field(failed, "address", "peer", "remote", "near", "nearby");
    String name = field(failed, "host");
    int port = number(field(failed, "port", "peerport", "hostport", "nearport"));
    boolean found = false;
    for (Service service : facts.all(Service.class)) {
      if (asked.isEmpty() ? means(service, name, client) : service.clusterIps().contains(asked)) {
        found = true;
        endpoints(service.namespace(), service.name())
            .forEach(end -> toEndpoint(client, end, target(service, port)));
      }
    }
    // Without the Services, an address may be any Service's.
    if (!found && !asked.isEmpty() && facts.isCaptured("services", "")) {
      Optional<Pod> server = withAddress(asked);
      all.add(
          server
              .map(pod -> Attempt.of(client, pod, TCP, port))
              .orElseGet(() -> Attempt.of(client, asked, TCP, port)));
    }
  }

  /** A pod may have addresses of both families; the Endpoint knows whose the address is. */
  private void toEndpoint(Pod client, Endpoint end, int port) {
    Optional<Pod> server = behind(end);
    if (server.isPresent()) {
      if (end.ready()) {
        all.add(Attempt.of(client, server.get(), TCP, port));
      }
    } else if (!end.targetKind().equals("Pod")) {
      all.add(Attempt.of(client, end.address(), TCP, port));
    }
  }

  private Optional<Pod> behind(Endpoint end) {
    return end.targetKind().equals("Pod")
        ? pod(end.namespace(), end.targetName()).filter(pod -> !pod.hostNetwork() && !pod.over())
        : withAddress(end.address());
  }

  private void ofServers(String namespace, String service, int port) {
    List<Node> servers = facts.all(Node.class).stream().filter(Node::controlPlane).toList();
    for (Service asked : facts.all(Service.class)) {
      if (asked.namespace().equals(namespace) && asked.name().equals(service)) {
        endpoints(namespace, service)
            .filter(Endpoint::ready)
            .flatMap(end -> behind(end).stream())
            .forEach(
                pod -> servers.forEach(s -> all.add(Attempt.of(s, pod, TCP, target(asked, port)))));
      }
    }
  }

  private Stream<Endpoint> endpoints(String namespace, String service) {
    return facts.all(Endpoint.class).stream()
        .filter(end -> end.namespace().equals(namespace) && end.service().equals(service));
  }

  /** {@code db}, {@code db.shop}, {@code db.shop.svc.cluster.local}. */
  private static boolean means(Service service, String name, Pod client) {
    String[] labels = name.split("\\.", 3);
    String namespace = labels.length > 1 ? labels[1] : client.namespace();
    return service.name().equals(labels[0])
        && service.namespace().equals(namespace)
        && (labels.length < 3 || labels[2].startsWith("svc"));
  }

  private int target(Service service, int port) {
    return facts.all(ServicePort.class).stream()
        .filter(p -> p.namespace().equals(service.namespace()))
        .filter(p -> p.service().equals(service.name()) && p.port() == port)
        .map(ServicePort::targetNumber)
        .findFirst()
        .orElse(0);
  }

  private Optional<Pod> pod(String namespace, String name) {
    return facts.all(Pod.class).stream()
        .filter(pod -> pod.namespace().equals(namespace) && pod.name().equals(name))
        .findFirst();
  }

  private Optional<Pod> withAddress(String address) {
    return facts.all(Pod.class).stream()
        .filter(pod -> pod.podIp().equals(address) && !pod.hostNetwork() && !pod.over())
        .findFirst()
        .or(() -> behindAddress(address));
  }

  /** Of a pod's second address Services tell. */
  private Optional<Pod> behindAddress(String address) {
    return facts.all(Endpoint.class).stream()
        .filter(end -> end.address().equals(address) && end.targetKind().equals("Pod"))
        .flatMap(end -> behind(end).stream())
        .findFirst();
  }

  private static String field(LogSignal signal, String... names) {
    return Stream.of(names)
        .map(name -> signal.fields().getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
  }
}
