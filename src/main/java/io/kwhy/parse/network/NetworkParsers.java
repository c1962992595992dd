package io.kwhy.parse.network;

import io.kwhy.bundle.Source;
import io.kwhy.parse.Parser;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** The parsers of what files, commands and probes say of a host's network. */
public final class NetworkParsers {

  private NetworkParsers() {}

  /** One parser per source, in the order of the sources; unmodifiable. */
  public static Map<Source, Parser> all() {
    Map<Source, Parser> parsers = new EnumMap<>(Source.class);
    names(parsers);
    addressesAndRoutes(parsers);
    filters(parsers);
    traffic(parsers);
    return Collections.unmodifiableMap(parsers);
  }

  private static void names(Map<Source, Parser> parsers) {
    parsers.put(Source.HOSTS_FILE, new HostsFileParser());
    parsers.put(Source.RESOLV_CONF, new ResolvConfParser());
    parsers.put(Source.RESOLVED_CONF, new ResolvConfParser());
    parsers.put(Source.K3S_RESOLV_CONF, new ResolvConfParser());
  }

  private static void addressesAndRoutes(Map<Source, Parser> parsers) {
    parsers.put(
        Source.IP_ADDRESS, new EitherForm(new IpAddressJsonParser(), new IpAddressTextParser()));
    parsers.put(Source.IP_LINK, new EitherForm(new IpLinkJsonParser(), new IpLinkTextParser()));
    parsers.put(Source.IP_ROUTE, new EitherForm(new IpRouteJsonParser(), new IpRouteTextParser()));
    parsers.put(
        Source.IP_NEIGHBOUR, new EitherForm(IpNeighbourParser::json, IpNeighbourParser::text));
    parsers.put(Source.IP_RULE, new EitherForm(IpRuleParser::json, IpRuleParser::text));
    parsers.put(Source.IP6_RULE, new EitherForm(IpRuleParser::json, IpRuleParser::text));
    parsers.put(Source.BRIDGE_FDB, new EitherForm(BridgeFdbParser::json, BridgeFdbParser::text));
    parsers.put(Source.FLANNEL_SUBNET, new FlannelSubnetParser());
    parsers.put(Source.FLANNEL_CONFIG, new FlannelConfigParser());
    parsers.put(Source.CNI_CONFIG, new CniConfigParser());
    parsers.put(Source.CNI_NETWORKS, new CniNetworksParser());
    parsers.put(Source.ETHTOOL, new OffloadsParser());
  }

  private static void filters(Map<Source, Parser> parsers) {
    parsers.put(Source.IPTABLES_VERSION, new IptablesVersionParser());
    parsers.put(Source.IPTABLES, new RulesetTextParser());
    parsers.put(Source.IP6TABLES, new RulesetTextParser());
    parsers.put(Source.IPTABLES_LEGACY, new RulesetTextParser());
    parsers.put(Source.NFT, new EitherForm(RulesetTextParser::json, new RulesetTextParser()));
    parsers.put(Source.IPSET, new RulesetTextParser());
  }

  private static void traffic(Map<Source, Parser> parsers) {
    parsers.put(Source.LISTENING, new ListeningParser());
    parsers.put(Source.CONNTRACK, new ConntrackParser());
    parsers.put(Source.CONNTRACK_STATS, new ConntrackStatsParser());
    parsers.put(Source.PROBES, new ProbesParser());
  }
}
