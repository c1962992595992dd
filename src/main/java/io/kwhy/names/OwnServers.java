package io.kwhy.names;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Known;
import io.kwhy.fact.cluster.Pod;
import io.kwhy.fact.cluster.Service;
import io.kwhy.fact.log.LogSignal;
import io.kwhy.fact.names.OwnServerSilent;
import io.kwhy.fact.names.PodResolver;
import io.kwhy.fact.probe.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pods with dnsPolicy None that wait for servers of their own in vain. */
final class OwnServers {
  private final Known known;
  private final ServiceRange range;

  /**
   * @param known with the pods' resolvers
   */
  OwnServers(Known known) {
    this.known = known;
    this.range = new ServiceRange(known);
  }

  List<Fact> silent() {
    List<Fact> silent = new ArrayList<>();
    for (PodResolver resolver : known.all(PodResolver.class, OwnServers::isOwn)) {
      said(resolver).ifPresent(said -> asked(resolver, said, silent));
    }
    return silent;
  }

  private static boolean isOwn(PodResolver resolver) {
    return resolver.basis().equals("none") && !resolver.servers().isEmpty();
  }

  private Optional<LogSignal> said(PodResolver resolver) {
    return known.first(
        LogSignal.class,
        said ->
            said.signal().equals("lookup-unanswered")
                && said.namespace().equals(resolver.namespace())
                && said.pod().equals(resolver.pod()));
  }

  private void asked(PodResolver resolver, LogSignal said, List<Fact> silent) {
    String named = said.fields().getOrDefault("server", "");
    String server = named.isEmpty() ? resolver.servers().get(0) : named;
    if (resolver.servers().contains(server)
        && resolver.servers().stream().noneMatch(this::isOfDns)
        && !answers(server)) {
      pod(resolver).map(pod -> silent(pod, server, said)).ifPresent(silent::add);
    }
  }

  private Optional<Pod> pod(PodResolver resolver) {
    return known.first(
        Pod.class,
        pod -> pod.namespace().equals(resolver.namespace()) && pod.name().equals(resolver.pod()));
  }

  private boolean isOfDns(String address) {
    return known
        .first(
            Service.class,
            service ->
                service.namespace().equals("kube-system")
                    && service.name().equals("kube-dns")
                    && service.clusterIps().contains(address))
        .isPresent();
  }

  private boolean answers(String server) {
    return asked(server).stream().anyMatch(probe -> probe.result().equals("ok"));
  }

  private List<Probe> asked(String server) {
    return known.all(Probe.class, probe -> probe.ofUpstream() && probe.address().equals(server));
  }

  private OwnServerSilent silent(Pod pod, String server, LogSignal said) {
    String name = said.fields().getOrDefault("name", "");
    Owner owner = Owner.of(pod);
    return new OwnServerSilent(
        pod.namespace(),
        pod.name(),
        owner.kind(),
        owner.name(),
        server,
        reason(server),
        name.isEmpty() ? said.fields().getOrDefault("asked", "") : name,
        said.message(),
        said.origin());
  }

  private String reason(String server) {
    if (range.has(server) && known.isCaptured("services", "") && !isOfService(server)) {
      return "is no Service's address";
    }
    return asked(server).stream()
        .findFirst()
        .map(probe -> "gave " + probe.node() + " no answer either")
        .orElse("");
  }

  private boolean isOfService(String address) {
    return known.first(Service.class, each -> each.clusterIps().contains(address)).isPresent();
  }
}
