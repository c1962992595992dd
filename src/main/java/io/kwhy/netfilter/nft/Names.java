package io.kwhy.netfilter.nft;

import static java.util.Map.entry;

import java.util.Map;

/** Names that nft prints for numbers. */
final class Names {
  static final Map<String, Long> STATES =
      Map.of("invalid", 1L, "established", 2L, "related", 4L, "new", 8L, "untracked", 64L);

  static final Map<String, Long> STATUSES =
      Map.of(
          "expected",
          1L,
          "seen-reply",
          2L,
          "assured",
          4L,
          "confirmed",
          8L,
          "snat",
          0x10L,
          "dnat",
          0x20L,
          "dying",
          0x200L);

  static final Map<String, Long> TCP_FLAGS =
      Map.of(
          "fin", 1L, "syn", 2L, "rst", 4L, "psh", 8L, "ack", 16L, "urg", 32L, "ecn", 64L, "cwr",
          128L);

  static final Map<String, Long> NETWORKS =
      Map.of("ipv4", 2L, "ipv6", 10L, "ip", 2L, "ip6", 10L, "arp", 3L, "vlan", 4L, "8021q", 4L);

  static final Map<String, Long> ICMP =
      Map.ofEntries(
          entry("echo-reply", 0L),
          entry("destination-unreachable", 3L),
          entry("source-quench", 4L),
          entry("redirect", 5L),
          entry("echo-request", 8L),
          entry("router-advertisement", 9L),
          entry("router-solicitation", 10L),
          entry("time-exceeded", 11L),
          entry("parameter-problem", 12L),
          entry("timestamp-request", 13L),
          entry("timestamp-reply", 14L),
          entry("info-request", 15L),
          entry("info-reply", 16L),
          entry("address-mask-request", 17L),
          entry("address-mask-reply", 18L));

  static final Map<String, Long> ICMPV6 =
      Map.ofEntries(
          entry("destination-unreachable", 1L),
          entry("packet-too-big", 2L),
          entry("time-exceeded", 3L),
          entry("parameter-problem", 4L),
          entry("echo-request", 128L),
          entry("echo-reply", 129L),
          entry("mld-listener-query", 130L),
          entry("mld-listener-report", 131L),
          entry("mld-listener-done", 132L),
          entry("mld-listener-reduction", 132L),
          entry("nd-router-solicit", 133L),
          entry("nd-router-advert", 134L),
          entry("nd-neighbor-solicit", 135L),
          entry("nd-neighbor-advert", 136L),
          entry("nd-redirect", 137L),
          entry("router-renumbering", 138L),
          entry("mld2-listener-report", 143L));

  /** Ports that old versions print by name. */
  static final Map<String, Long> PORTS =
      Map.ofEntries(
          entry("ftp", 21L),
          entry("ssh", 22L),
          entry("smtp", 25L),
          entry("domain", 53L),
          entry("bootps", 67L),
          entry("bootpc", 68L),
          entry("http", 80L),
          entry("ntp", 123L),
          entry("snmp", 161L),
          entry("https", 443L),
          entry("dhcpv6-client", 546L),
          entry("dhcpv6-server", 547L),
          entry("mdns", 5353L),
          entry("http-alt", 8080L));

  /** Priorities of hooks. */
  static final Map<String, Integer> PRIORITIES =
      Map.of(
          "raw", -300, "mangle", -150, "dstnat", -100, "filter", 0, "security", 50, "srcnat", 100);

  private Names() {}
}
