package io.kwhy.reach.host;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Known;
import io.kwhy.fact.network.InterfaceAddress;
import io.kwhy.fact.network.Link;
import io.kwhy.fact.network.Route;
import io.kwhy.fact.network.RoutingRule;
import io.kwhy.fact.network.RulesetText;
import io.kwhy.netfilter.Captured;
import io.kwhy.netfilter.Family;
import io.kwhy.netfilter.Firewall;
import io.kwhy.netfilter.HostNetwork;
import io.kwhy.netfilter.HostNetworkBuilder;
import io.kwhy.netfilter.IpAddress;
import io.kwhy.netfilter.IpPrefix;
import io.kwhy.netfilter.LocalAddress;
import io.kwhy.netfilter.RouteEntry;
import io.kwhy.netfilter.Ruleset;
import io.kwhy.netfilter.Truth;
import io.kwhy.netfilter.iptables.IpsetList;
import io.kwhy.netfilter.iptables.IptablesSave;
import io.kwhy.netfilter.nft.NftJson;
import io.kwhy.netfilter.nft.NftText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The evaluator for one captured host, from what was captured of its rules and routes. */
public final class FirewallOfHost {
  private static final String IPV4 = "iptables-save";
  private static final String IPV6 = "ip6tables-save";

  private final Known known;
  private final String host;

  /** Of the host of that name. */
  public FirewallOfHost(Known known, String host) {
    this.known = known;
    this.host = host;
  }

  /** The files of rules for either family; empty where none was captured in full. */
  public Optional<Ruleset> ruleset() {
    return ruleset(Set.of(IPV4, IPV6));
  }

  /** The files with rules for packets of one family; empty where none was captured in full. */
  public Optional<Ruleset> ruleset(boolean v6) {
    return ruleset(Set.of(v6 ? IPV6 : IPV4));
  }

  private Optional<Ruleset> ruleset(Set<String> sources) {
    List<Captured> files = new ArrayList<>();
    for (RulesetText text : known.of(RulesetText.class, RulesetText::node, host)) {
      boolean asked = sources.contains(text.source()) || isShared(text);
      if (asked && known.isCaptured(text.source(), host)) {
        known.made(text, FirewallOfHost::read).ifPresent(files::add);
      }
    }
    return files.isEmpty() ? Optional.empty() : Optional.of(Ruleset.of(files));
  }

  /** The old tables are asked besides those of nftables; alone, they are iptables' own. */
  private boolean isShared(RulesetText text) {
    return text.source().equals("nft-ruleset")
        || (text.source().equals("iptables-legacy-save")
            && known.of(RulesetText.class, RulesetText::node, host).stream()
                .anyMatch(
                    other ->
                        other.source().equals(IPV4) && other.content().contains("(nf_tables)")));
  }

  private static Optional<Captured> read(RulesetText text) {
    String entry = text.origin().entry();
    return switch (text.source()) {
      case IPV4, "iptables-legacy-save" ->
          Optional.of(new IptablesSave(entry, Family.IP).read(text.content()));
      case IPV6 -> Optional.of(new IptablesSave(entry, Family.IP6).read(text.content()));
      case "nft-ruleset" ->
          Optional.of(
              text.content().stripLeading().startsWith("{")
                  ? new NftJson(entry).read(text.content())
                  : new NftText(entry).read(text.content()));
      default -> Optional.empty();
    };
  }

  /** Whether the host forwards at all is a cause of its own: here, the rules are asked. */
  public Firewall firewall(Ruleset rules) {
    return firewall(rules, Truth.YES, Truth.YES);
  }

  /** These rules, and those routes and routing rules for which it holds. */
  public Firewall firewall(Ruleset rules, Predicate<Fact> which) {
    return firewall(rules, Truth.YES, Truth.YES, which);
  }

  /** Routes and routing rules alone, those for which it holds, on a host without a firewall. */
  public Firewall routesOnly(Predicate<Fact> which) {
    return firewall(Ruleset.of(List.of()), Truth.YES, Truth.YES, which);
  }

  /** These rules, on a host that forwards or does not. */
  public Firewall firewall(Ruleset rules, Truth forwarding, Truth forwardingV6) {
    return firewall(rules, forwarding, forwardingV6, fact -> true);
  }

  private Firewall firewall(
      Ruleset rules, Truth forwarding, Truth forwardingV6, Predicate<Fact> which) {
    HostNetworkBuilder network = HostNetwork.builder().routesLocalnet(Truth.UNKNOWN);
    network.forwarding(forwarding).forwardingV6(forwardingV6);
    known.of(InterfaceAddress.class, InterfaceAddress::node, host).forEach(a -> add(network, a));
    known.of(Route.class, Route::node, host).stream()
        .filter(which)
        .forEach(route -> add(network, route));
    known.of(RoutingRule.class, RoutingRule::node, host).stream()
        .filter(which)
        .forEach(rule -> add(network, rule));
    network.bridge("cni0", ports());
    for (RulesetText text : known.of(RulesetText.class, RulesetText::node, host)) {
      if (text.source().equals("ipset")) {
        IpsetList.read(text.content()).forEach(network::set);
      }
    }
    return new Firewall(rules, network.build());
  }

  /** The pods' ends; those of another bridge among them are not told apart. */
  private List<String> ports() {
    return known.of(Link.class, Link::node, host).stream()
        .map(Link::name)
        .filter(name -> name.startsWith("veth"))
        .toList();
  }

  private static void add(HostNetworkBuilder network, InterfaceAddress own) {
    IpAddress.parse(own.address())
        .ifPresent(
            address -> network.address(new LocalAddress(own.link(), address, own.prefixLength())));
  }

  private static void add(HostNetworkBuilder network, RoutingRule rule) {
    if (rule.v6()) {
      network.ruleV6(IpRuleWords.of(rule));
    } else {
      network.rule(IpRuleWords.of(rule));
    }
  }

  private static void add(HostNetworkBuilder network, Route route) {
    String words = route.destination().equals("default") ? "0.0.0.0/0" : route.destination();
    IpPrefix.parse(words)
        .ifPresent(
            to ->
                network.route(
                    new RouteEntry(
                        route.type(),
                        to,
                        route.gateway(),
                        route.link(),
                        route.table(),
                        route.source(),
                        route.metric())));
  }
}
