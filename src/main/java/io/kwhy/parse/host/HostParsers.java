package io.kwhy.parse.host;

import io.kwhy.bundle.Source;
import io.kwhy.parse.Parser;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** The parsers of what hosts' files, commands and probes say. */
public final class HostParsers {

  private HostParsers() {}

  /** One parser per source, in the order of the sources; unmodifiable. */
  public static Map<Source, Parser> all() {
    Map<Source, Parser> parsers = new EnumMap<>(Source.class);
    files(parsers);
    machine(parsers);
    network(parsers);
    return Collections.unmodifiableMap(parsers);
  }

  private static void files(Map<Source, Parser> parsers) {
    parsers.put(Source.HOSTNAME_FILE, new HostnameParser());
    parsers.put(Source.HOSTS_FILE, new HostsFileParser());
    parsers.put(Source.MACHINE_ID, new MachineIdParser());
    parsers.put(Source.OS_RELEASE, new OsReleaseParser());
    parsers.put(Source.RESOLV_CONF, new ResolvConfParser());
    parsers.put(Source.RESOLVED_CONF, new ResolvConfParser());
    parsers.put(Source.K3S_RESOLV_CONF, new ResolvConfParser());
    parsers.put(Source.FLANNEL_SUBNET, new FlannelSubnetParser());
    parsers.put(Source.FLANNEL_CONFIG, new FlannelConfigParser());
    parsers.put(Source.CNI_CONFIG, new CniConfigParser());
  }

  private static void machine(Map<Source, Parser> parsers) {
    parsers.put(Source.HOSTNAME, new HostnameParser());
    parsers.put(Source.UNAME, new KernelParser());
    parsers.put(Source.DATE, new DateParser());
    parsers.put(Source.TIME_SYNC, new TimeSyncParser());
    parsers.put(Source.UPTIME, new UptimeParser());
    parsers.put(Source.DISKS, new DisksParser());
    parsers.put(Source.INODES, new InodesParser());
    parsers.put(Source.FOLDERS, new FolderSizesParser());
    parsers.put(Source.MOUNTS, new MountsParser());
    parsers.put(Source.CGROUPS, new CgroupsParser());
    parsers.put(Source.KERNEL_ARGUMENTS, new KernelArgumentsParser());
    parsers.put(Source.SELINUX, new SelinuxParser());
    parsers.put(Source.CLOUD_SETUP, new EnabledUnitsParser());
    parsers.put(Source.MEMORY, new MemoryParser());
    parsers.put(Source.SYSCTL, new SysctlParser());
    parsers.put(Source.PROCESSES, new ProcessesParser());
    parsers.put(Source.UNIT_STATE, new UnitStateParser());
    parsers.put(Source.K3S_VERSION, new K3sVersionParser());
    parsers.put(Source.LSMOD, new ModulesParser());
    parsers.put(Source.IPTABLES_VERSION, new IptablesVersionParser());
  }

  private static void network(Map<Source, Parser> parsers) {
    parsers.put(Source.LISTENING, new ListeningParser());
    parsers.put(
        Source.IP_ADDRESS, new EitherForm(new IpAddressJsonParser(), new IpAddressTextParser()));
    parsers.put(Source.IP_LINK, new EitherForm(new IpLinkJsonParser(), new IpLinkTextParser()));
    parsers.put(Source.IP_ROUTE, new EitherForm(new IpRouteJsonParser(), new IpRouteTextParser()));
    parsers.put(
        Source.IP_NEIGHBOUR, new EitherForm(IpNeighbourParser::json, IpNeighbourParser::text));
    parsers.put(Source.IP_RULE, new EitherForm(IpRuleParser::json, IpRuleParser::text));
    parsers.put(Source.IP6_RULE, new EitherForm(IpRuleParser::json, IpRuleParser::text));
    parsers.put(Source.BRIDGE_FDB, new EitherForm(BridgeFdbParser::json, BridgeFdbParser::text));
    parsers.put(Source.IPTABLES, new RulesetTextParser());
    parsers.put(Source.IP6TABLES, new RulesetTextParser());
    parsers.put(Source.IPTABLES_LEGACY, new RulesetTextParser());
    parsers.put(Source.NFT, new RulesetTextParser());
    parsers.put(Source.IPSET, new RulesetTextParser());
    parsers.put(Source.CNI_NETWORKS, new CniNetworksParser());
    parsers.put(Source.CONNTRACK, new ConntrackParser());
    parsers.put(Source.CONNTRACK_STATS, new ConntrackStatsParser());
    parsers.put(Source.ETHTOOL, new OffloadsParser());
    parsers.put(Source.PROBES, new ProbesParser());
  }
}
