package io.kwhy.reach;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Known;
import io.kwhy.fact.Origin;
import io.kwhy.fact.cluster.Endpoint;
import io.kwhy.fact.cluster.ServicePort;
import io.kwhy.fact.network.RulesetText;
import io.kwhy.fact.network.ServiceRulesMissing;
import io.kwhy.netfilter.Header;
import io.kwhy.reach.host.Peer;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether hosts have the rules that lead to a Service. */
final class ServiceRules {
  private static final Pattern TRANSLATIONS = Pattern.compile("(?m)^(?:\\*nat$|table ip nat\\b)");
  private static final Pattern TRANSLATIONS6 = Pattern.compile("(?m)^(?:\\*nat$|table ip6 nat\\b)");

  private final Known known;
  private final NodeLinks links;
  private final boolean v6;

  ServiceRules(Known known, NodeLinks links) {
    this.known = known;
    this.links = links;
    this.v6 = links.v6();
  }

  /**
   * That the host has no rules for a Service; with IPVS they are not among those of netfilter.
   *
   * @param alone whether nothing gave the packet to its address another destination
   */
  Optional<Fact> missing(Peer peer, boolean alone, Flow flow, String namespace, String service) {
    Optional<Origin> table = translations(peer);
    if (alone
        && table.isPresent()
        && !links.hasLink(peer, "kube-ipvs0")
        && answers(namespace, service, flow.service())) {
      Header header = flow.packet().header();
      String address = header.destination().toString();
      int port = header.destinationPort();
      return Optional.of(
          new ServiceRulesMissing(peer.name(), namespace, service, address, port, table.get()));
    }
    return Optional.empty();
  }

  /** Where the rules are that give packets another destination; the table may be empty. */
  private Optional<Origin> translations(Peer peer) {
    return known.of(RulesetText.class, RulesetText::node, peer.host()).stream()
        .filter(text -> !text.source().equals(v6 ? "iptables-save" : "ip6tables-save"))
        .filter(text -> (v6 ? TRANSLATIONS6 : TRANSLATIONS).matcher(text.content()).find())
        .map(RulesetText::origin)
        .findFirst();
  }

  /** Whether a Service has such a port, and somebody behind it. */
  private boolean answers(String namespace, String service, String port) {
    return known.all(ServicePort.class).stream()
            .filter(each -> each.namespace().equals(namespace) && each.service().equals(service))
            .anyMatch(each -> port.equalsIgnoreCase(each.port() + "/" + each.protocol()))
        && known.all(Endpoint.class).stream()
            .filter(Endpoint::ready)
            .anyMatch(e -> e.namespace().equals(namespace) && e.service().equals(service));
  }
}
