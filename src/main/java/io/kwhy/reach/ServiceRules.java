package io.kwhy.reach;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Known;
import io.kwhy.fact.Origin;
import io.kwhy.fact.cluster.Endpoint;
import io.kwhy.fact.cluster.ServicePort;
import io.kwhy.fact.network.FlowVerdict;
import io.kwhy.fact.network.RulesetText;
import io.kwhy.fact.network.ServiceRulesMissing;
import io.kwhy.fact.node.EffectiveArgument;
import io.kwhy.netfilter.Header;
import io.kwhy.netfilter.Hook;
import io.kwhy.netfilter.Rule;
import io.kwhy.reach.host.Peer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether hosts have the rules that lead to a Service. */
final class ServiceRules {
  /** To this chain kube-proxy leads the packets of pods, and those of the host itself. */
  private static final String SERVICES = "KUBE-SERVICES";

  /** Chains that kube-proxy makes in iptables, and leaves where its rules are flushed. */
  private static final Pattern TRACE = Pattern.compile("KUBE-(?:SERVICES|PROXY-CANARY)");

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
   * That the host has no rules for a Service; with IPVS they are not among those of netfilter, with
   * nftables not among those of iptables. Or that another rule keeps packets from them.
   *
   * @param ofHost a packet that the host sends to its address
   * @param ofPods one that a pod sends, as it arrives at the host; none where no pod is known
   */
  Optional<Fact> missing(
      Peer peer,
      Judge judge,
      Flow ofHost,
      Optional<Flow> ofPods,
      String namespace,
      String service) {
    Optional<String> asker = asker(judge, ofHost, ofPods);
    Optional<Origin> table = translations(peer);
    if (asker.isPresent()
        && table.isPresent()
        && !links.hasLink(peer, "kube-ipvs0")
        && !elsewhere(peer)
        && answers(namespace, service, ofHost.service())) {
      Optional<FlowVerdict> untracked = untracked(judge, ofHost, ofPods, asker.get());
      if (untracked.isPresent()) {
        return untracked.map(Fact.class::cast);
      }
      Header header = ofHost.packet().header();
      return Optional.of(
          new ServiceRulesMissing(
              peer.name(),
              asker.get(),
              jump(judge, ofHost, asker.get()),
              namespace,
              service,
              header.destination().toString(),
              header.destinationPort(),
              table.get()));
    }
    return Optional.empty();
  }

  /** Whose packets keep the Service's address; nothing where nobody's do. */
  private static Optional<String> asker(Judge judge, Flow ofHost, Optional<Flow> ofPods) {
    boolean host = judge.leavesAlone(ofHost, true);
    boolean pods = ofPods.isPresent() && judge.leavesAlone(ofPods.get(), false);
    if (host
        && ofPods.isPresent()
        && judge.leads(ofPods.get(), false)
        && judge.jump(ofHost, Hook.PREROUTING, SERVICES).isPresent()) {
      return Optional.of("host");
    }
    if (pods
        && judge.leads(ofHost, true)
        && judge.jump(ofHost, Hook.OUTPUT, SERVICES).isPresent()) {
      return Optional.of("pods");
    }
    return host || pods ? Optional.of("") : Optional.empty();
  }

  private static Optional<FlowVerdict> untracked(
      Judge judge, Flow ofHost, Optional<Flow> ofPods, String asker) {
    Optional<FlowVerdict> host =
        asker.equals("pods") ? Optional.empty() : judge.untracked(ofHost, true);
    return host.or(() -> ofPods.flatMap(flow -> judge.untracked(flow, false)));
  }

  private static String jump(Judge judge, Flow flow, String asker) {
    return asker.isEmpty()
        ? ""
        : judge
            .jump(flow, asker.equals("pods") ? Hook.PREROUTING : Hook.OUTPUT, SERVICES)
            .map(Rule::text)
            .orElse("");
  }

  /**
   * Whether kube-proxy may keep its rules where nobody looked: for IPVS, or in tables of nftables,
   * while those of iptables bear no trace of it.
   */
  private boolean elsewhere(Peer peer) {
    List<RulesetText> texts = texts(peer).toList();
    boolean nftablesSeen = texts.stream().anyMatch(text -> text.source().equals("nft-ruleset"));
    boolean trace = texts.stream().anyMatch(text -> TRACE.matcher(text.content()).find());
    return (!nftablesSeen && !trace)
        || known.of(EffectiveArgument.class, EffectiveArgument::node, peer.host()).stream()
            .anyMatch(ServiceRules::isIpvs);
  }

  private static boolean isIpvs(EffectiveArgument argument) {
    return argument.component().equals("kube-proxy")
        && argument.name().equals("proxy-mode")
        && argument.value().equals("ipvs");
  }

  /** Where the rules are that give packets another destination; the table may be empty. */
  private Optional<Origin> translations(Peer peer) {
    return texts(peer)
        .filter(text -> (v6 ? TRANSLATIONS6 : TRANSLATIONS).matcher(text.content()).find())
        .map(RulesetText::origin)
        .findFirst();
  }

  private Stream<RulesetText> texts(Peer peer) {
    return known.of(RulesetText.class, RulesetText::node, peer.host()).stream()
        .filter(text -> !text.source().equals(v6 ? "iptables-save" : "ip6tables-save"));
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
