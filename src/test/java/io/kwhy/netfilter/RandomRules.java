package io.kwhy.netfilter;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Rules by lot, in the form of iptables-save, that iptables-restore takes. */
final class RandomRules {
  static final String SETS =
      """
      create denied hash:net family inet
      add denied 172.31.77.0/24
      add denied 172.31.77.2 nomatch
      create flows hash:ip,port family inet
      add flows 10.42.1.5,tcp:80
      add flows 10.42.1.5,udp:53
      add flows 172.31.77.3,tcp:6443
      create ports bitmap:port range 0-65535
      add ports 80
      add ports 8472
      create both list:set
      add both denied
      """;

  private static final List<String> NETWORKS =
      List.of(
          "10.42.0.0/16",
          "10.42.1.0/24",
          "10.42.1.5/32",
          "172.31.77.0/24",
          "172.31.77.1/32",
          "172.31.77.3/32",
          "10.43.0.0/16",
          "0.0.0.0/1",
          "192.0.2.0/24",
          "10.42.0.9/32");
  private static final List<String> PORTS = List.of("53", "80", "443", "8472", "6443", "10250");

  private static final List<String> NETWORKS_V6 =
      List.of(
          "fd00:77::/64",
          "fd00:77::1/128",
          "fd00:77::3/128",
          "fd00:42:1::/64",
          "fd00:42:1::5/128",
          "fd00::/16",
          "2001:db8::/32");

  private final Random random;
  private final boolean v6;

  RandomRules(long seed) {
    this(seed, false);
  }

  RandomRules(long seed, boolean v6) {
    this.random = new Random(seed);
    this.v6 = v6;
  }

  private String network() {
    return pick(v6 ? NETWORKS_V6 : NETWORKS);
  }

  String ruleset() {
    StringBuilder text = new StringBuilder();
    if (random.nextInt(3) == 0) {
      table(text, "raw", List.of("PREROUTING", "OUTPUT"));
    }
    if (random.nextInt(2) == 0) {
      table(text, "mangle", List.of("PREROUTING", "INPUT", "FORWARD", "OUTPUT", "POSTROUTING"));
    }
    if (random.nextInt(2) == 0) {
      table(text, "nat", List.of("PREROUTING", "INPUT", "OUTPUT", "POSTROUTING"));
    }
    table(text, "filter", List.of("INPUT", "FORWARD", "OUTPUT"));
    return text.toString();
  }

  /** One more rule, put before those of a chain that are there. */
  String insertion() {
    String table = pick(List.of("filter", "filter", "filter", "mangle", "raw"));
    List<String> hooks =
        switch (table) {
          case "filter" -> List.of("INPUT", "FORWARD", "OUTPUT");
          case "raw" -> List.of("PREROUTING", "OUTPUT");
          default -> List.of("PREROUTING", "FORWARD", "POSTROUTING");
        };
    List<String> words = new ArrayList<>(List.of("-I", pick(hooks)));
    matches(words, words.get(1));
    words.add(
        pick(List.of("-j DROP", "-j DROP", "-j ACCEPT", "-j MARK --set-xmark 0x4000/0x4000")));
    return "*" + table + "\n" + String.join(" ", words) + "\nCOMMIT\n";
  }

  private void table(StringBuilder text, String table, List<String> hooks) {
    text.append('*').append(table).append('\n');
    for (String hook : hooks) {
      boolean drops = table.equals("filter") && random.nextInt(6) == 0;
      text.append(':').append(hook).append(drops ? " DROP" : " ACCEPT").append(" [0:0]\n");
    }
    int own = table.equals("nat") ? 0 : 3;
    for (int i = 0; i < own; i++) {
      text.append(":U").append(i).append(" - [0:0]\n");
    }
    for (String hook : hooks) {
      rules(text, table, hook, 0, own);
    }
    for (int i = 0; i < own; i++) {
      rules(text, table, "U" + i, i + 1, own);
    }
    text.append("COMMIT\n");
  }

  /** Chains jump only to later ones, so that there are no loops. */
  private void rules(StringBuilder text, String table, String chain, int firstOwn, int own) {
    int rules = random.nextInt(table.equals("filter") ? 6 : 4);
    for (int i = 0; i < rules; i++) {
      List<String> words = new ArrayList<>(List.of("-A", chain));
      boolean translates = table.equals("nat") && random.nextInt(4) > 0;
      boolean ports = matches(words, chain);
      words.removeIf(word -> table.equals("nat") && word.contains("rpfilter"));
      words.add(translates ? translation(chain, ports) : target(table, chain, firstOwn, own));
      text.append(String.join(" ", words).stripTrailing()).append('\n');
    }
  }

  private String pick(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  private String not() {
    return random.nextInt(5) == 0 ? "! " : "";
  }

  /** Adds conditions; true if they ask for a protocol with ports. */
  private boolean matches(List<String> words, String chain) {
    boolean ports = false;
    int protocol = random.nextInt(5);
    if (protocol < 3) {
      ports = protocol < 2;
      words.add("-p " + List.of("tcp", "udp", v6 ? "icmpv6" : "icmp").get(protocol));
      words.add(above(List.of("tcp", "udp", "icmp").get(protocol)));
    }
    int more = random.nextInt(3);
    for (int i = 0; i < more; i++) {
      String condition = condition(chain);
      if (words.stream().noneMatch(word -> option(word).equals(option(condition)))) {
        words.add(condition);
      }
    }
    return ports;
  }

  /** iptables takes most options and modules once in a rule. */
  private static String option(String condition) {
    return condition
        .replaceFirst("^! ", "")
        .replaceFirst(condition.startsWith("-m") ? "(-m \\S+).*" : "(\\S+).*", "$1");
  }

  private String above(String protocol) {
    if (protocol.equals("icmp") && v6) {
      return pick(
          List.of(
              "",
              "-m icmp6 --icmpv6-type 128",
              "-m icmp6 ! --icmpv6-type 128/0",
              "-m icmp6 --icmpv6-type 1"));
    }
    if (protocol.equals("icmp")) {
      return pick(
          List.of("", "-m icmp --icmp-type 8", "-m icmp ! --icmp-type 8", "-m icmp --icmp-type 3"));
    }
    List<String> all =
        List.of(
            "",
            "-m P " + not() + "--dport " + pick(PORTS),
            "-m P --dport " + pick(PORTS),
            "-m P --dport 50:500",
            "-m P " + not() + "--sport 20000:39999",
            "-m multiport " + not() + "--dports 53,80,6000:7000",
            "-m multiport --ports 53,443");
    String flags = "-m tcp " + not() + "--tcp-flags FIN,SYN,RST,ACK SYN";
    String chosen = random.nextInt(8) == 0 && protocol.equals("tcp") ? flags : pick(all);
    return chosen.replace("-m P", "-m " + protocol);
  }

  private String condition(String chain) {
    return switch (random.nextInt(25)) {
      case 22 ->
          chain.equals("PREROUTING")
              ? "-m rpfilter"
                  + (random.nextBoolean() ? " --loose" : "")
                  + (random.nextBoolean() ? " --validmark" : "")
                  + (random.nextBoolean() ? " --invert" : "")
              : "";
      case 23 -> "-m conntrack --ctdir " + pick(List.of("ORIGINAL", "REPLY"));
      case 24 ->
          "-m conntrack "
              + not()
              + "--ctstatus "
              + pick(List.of("SEEN_REPLY", "ASSURED,CONFIRMED"));
      case 0, 1 -> not() + "-s " + network();
      case 2, 3, 4 -> not() + "-d " + network();
      case 5, 6 -> device(chain);
      case 7 -> "-m conntrack " + not() + "--ctstate " + pick(List.of("NEW", "INVALID", "DNAT"));
      case 8 -> "-m conntrack " + not() + "--ctstate RELATED,ESTABLISHED";
      case 9 ->
          "-m mark "
              + not()
              + "--mark "
              + pick(List.of("0x1", "0x0", "0x4000/0x4000", "0x80/0x80"));
      case 10, 11 ->
          "-m addrtype "
              + not()
              + side()
              + "-type "
              + (v6 ? "LOCAL" : pick(List.of("LOCAL", "UNICAST", "BROADCAST")));
      case 12 ->
          "-m iprange "
              + not()
              + "--dst-range "
              + (v6 ? "fd00:42:1::1-fd00:77::2" : "10.42.0.5-10.42.1.5");
      case 13 -> v6 ? "" : "-m set " + not() + "--match-set denied " + pick(List.of("src", "dst"));
      case 14 -> v6 ? "" : "-m set " + not() + "--match-set both " + pick(List.of("src", "dst"));
      case 15 -> "-m conntrack " + not() + "--ctorigdst " + network();
      case 16 -> "-m connmark " + not() + "--mark 0x2/0x2";
      case 17 -> "-m comment --comment \"an \\\"odd\\\" -j DROP\"";
      case 18 -> "-m pkttype " + not() + "--pkt-type unicast";
      case 19 ->
          random.nextInt(3) == 0 ? "" : "-m statistic --mode random --probability 0.50000000000";
      case 20 -> random.nextInt(3) == 0 ? "" : "-m u32 --u32 \"0x0>>0x1c=0x4\"";
      default -> "";
    };
  }

  private String side() {
    return random.nextBoolean() ? "--src" : "--dst";
  }

  private String device(String chain) {
    String name = pick(List.of("eth0", "cni0", "flannel.1", "eth+", "lo", "f+"));
    return switch (chain) {
      case "PREROUTING", "INPUT" -> not() + "-i " + name;
      case "OUTPUT", "POSTROUTING" -> not() + "-o " + name;
      default -> not() + (random.nextBoolean() ? "-i " : "-o ") + name;
    };
  }

  private String target(String table, String chain, int firstOwn, int own) {
    int lot = random.nextInt(20);
    if (lot < 4) {
      return "-j ACCEPT";
    }
    if (lot < 7) {
      return table.equals("nat") ? "-j RETURN" : "-j DROP";
    }
    if (lot < 9) {
      return table.equals("filter")
          ? (v6 ? "-j REJECT" : "-j REJECT --reject-with icmp-port-unreachable")
          : "-j RETURN";
    }
    if (lot < 14 && firstOwn < own) {
      String kind = random.nextInt(4) == 0 ? "-g U" : "-j U";
      return kind + (firstOwn + random.nextInt(own - firstOwn));
    }
    return switch (lot) {
      case 14 -> "-j RETURN";
      case 15 -> "-j LOG --log-prefix \"x \"";
      case 16, 17 ->
          "-j MARK --set-xmark "
              + pick(List.of("0x1/0xffffffff", "0x4000/0x4000", "0x80/0x80", "0x0/0x1"));
      case 18 ->
          table.equals("raw")
              ? chain.startsWith("U") ? "" : "-j CT --notrack"
              : "-j CONNMARK --set-xmark 0x2/0x2";
      case 19 ->
          table.equals("raw") ? "" : "-j CONNMARK --restore-mark --nfmask 0xff --ctmask 0xff";
      default -> "";
    };
  }

  private String translation(String chain, boolean ports) {
    boolean destination = chain.equals("PREROUTING") || chain.equals("OUTPUT");
    String to =
        v6
            ? pick(List.of("fd00:42:1::5", "fd00:77::3", "fd00:77::1"))
            : pick(List.of("10.42.1.5", "10.42.0.9", "172.31.77.3", "10.42.3.9"));
    String port = ports && random.nextBoolean() ? ":" + pick(PORTS) : "";
    if (destination) {
      return random.nextInt(5) == 0 && ports
          ? "-j REDIRECT --to-ports 8080"
          : "-j DNAT --to-destination " + (v6 && !port.isEmpty() ? "[" + to + "]" : to) + port;
    }
    return chain.equals("POSTROUTING") && random.nextBoolean()
        ? "-j MASQUERADE"
        : "-j SNAT --to-source " + (v6 ? "fd00:77::3" : "172.31.77.3");
  }
}
