package io.kwhy.names;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Known;
import io.kwhy.fact.cluster.ConfigText;
import io.kwhy.fact.cluster.Pod;
import io.kwhy.fact.names.NodeResolver;
import io.kwhy.fact.names.Upstream;
import io.kwhy.names.corefile.CorefileToken;
import io.kwhy.names.corefile.Directive;
import io.kwhy.names.corefile.ServerBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Whom each CoreDNS pod asks about names that are not the cluster's. */
final class CorednsUpstreams {
  private static final String RESOLV_CONF = "/etc/resolv.conf";

  /** CoreDNS takes any number, and reaches nobody. */
  private static final Pattern NO_PORT = Pattern.compile(":[0-9]{6,}$");

  private static final int DNS = 53;
  private static final int DNS_OVER_TLS = 853;

  private final Known known;
  private final NodeResolvers hosts;
  private final CorednsFiles files;

  CorednsUpstreams(Known known, NodeResolvers hosts, CorednsFiles files) {
    this.known = known;
    this.hosts = hosts;
    this.files = files;
  }

  /** Those that a {@code forward} names, for each pod. */
  List<Upstream> of(ServerBlock block, Directive forward, ConfigText corefile) {
    List<Upstream> all = new ArrayList<>();
    List<CorefileToken> arguments = forward.arguments();
    for (CorefileToken to : arguments.subList(Math.min(1, arguments.size()), arguments.size())) {
      String zone = zoneOf(block, ServerBlock.zone(arguments.get(0).text()));
      for (Pod pod : known.all(Pod.class, Coredns::isPod)) {
        if (to.text().equals(RESOLV_CONF)) {
          all.addAll(inherited(pod, zone));
        } else if (!to.text().startsWith("/") && !NO_PORT.matcher(to.text()).find()) {
          String place = to.file() + ":" + to.line();
          all.add(upstream(pod, zone, to.text(), false, place, files.textOf(to.file(), corefile)));
        }
      }
    }
    return all;
  }

  /** What a block hands on when it hands on all: what it is asked for. */
  private static String zoneOf(ServerBlock block, String zone) {
    List<String> zones =
        block.keys().stream().map(CorefileToken::text).map(ServerBlock::zone).toList();
    return !zone.equals(".") || zones.isEmpty() || zones.contains(".") ? zone : zones.get(0);
  }

  /** A pod's resolv.conf is the host's, as it was when the pod was made. */
  private List<Upstream> inherited(Pod pod, String zone) {
    if (!PodResolvers.basis(pod.dnsPolicy(), pod.hostNetwork()).equals("node")) {
      return List.of();
    }
    return hosts.of(pod.node()).stream()
        .flatMap(host -> host.servers().stream().map(server -> inherited(pod, zone, server, host)))
        .toList();
  }

  private static Upstream inherited(Pod pod, String zone, String server, NodeResolver host) {
    return upstream(pod, zone, server, true, host.path() + " on " + pod.node(), host);
  }

  private static Upstream upstream(
      Pod pod, String zone, String to, boolean inherited, String source, Fact from) {
    String address = to.replaceFirst("^[a-z]+://", "");
    boolean withPort = address.matches("(?:[^:]+|\\[.*\\]):[0-9]{1,5}");
    int colon = address.lastIndexOf(':');
    int port = withPort ? Integer.parseInt(address.substring(colon + 1)) : usualPort(to);
    return new Upstream(
        pod.namespace(),
        pod.name(),
        pod.node(),
        zone,
        (withPort ? address.substring(0, colon) : address).replaceAll("[\\[\\]]", ""),
        port,
        inherited,
        source,
        from instanceof ConfigText text ? text.name() : "",
        from.origin());
  }

  private static int usualPort(String to) {
    return to.startsWith("tls://") ? DNS_OVER_TLS : DNS;
  }
}
