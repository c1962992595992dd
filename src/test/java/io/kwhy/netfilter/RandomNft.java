package io.kwhy.netfilter;

import java.util.List;
import java.util.Random;

/** Native nftables rules by lot. */
final class RandomNft {
  private static final List<String> NETWORKS =
      List.of(
          "10.42.0.0/16",
          "10.42.1.5",
          "172.31.77.0/24",
          "{ 172.31.77.1, 10.42.0.0/24 }",
          "10.43.0.0/16",
          "@hosts",
          "@nets",
          "10.42.0.5-10.42.1.5");
  private static final List<String> PORTS =
      List.of(
          "53", "80", "{ 53, 80, 8472 }", "6000-7000", "!= 443", "!= { 80, 443 }", "{ 50-500 }");

  private final Random random;

  RandomNft(long seed) {
    random = new Random(seed);
  }

  String ruleset() {
    StringBuilder text = new StringBuilder();
    table(text, "inet one", "filter");
    if (random.nextBoolean()) {
      table(text, "ip two", "filter + 10");
    }
    if (random.nextBoolean()) {
      nat(text);
    }
    return text.toString();
  }

  private void table(StringBuilder text, String name, String priority) {
    text.append("table ").append(name).append(" {\n");
    text.append(
        """
        set hosts { type ipv4_addr; elements = { 10.42.1.5, 172.31.77.1, 10.42.0.9 } }
        set nets { type ipv4_addr; flags interval; elements = { 10.42.0.0/24, 192.0.2.0-192.0.2.9 } }
        set flows { type ipv4_addr . inet_proto . inet_service; elements = { 10.42.1.5 . tcp . 80, 172.31.77.3 . udp . 8472 } }
        map verdicts { type ipv4_addr . inet_proto . inet_service : verdict; elements = { 10.42.1.5 . tcp . 80 : drop, 10.42.0.9 . udp . 53 : goto u2, 172.31.77.3 . tcp . 6443 : jump u1 } }
        """);
    for (int i = 2; i >= 0; i--) {
      text.append("chain u").append(i).append(" {\n");
      rules(text, i + 1, random.nextInt(4), "u");
      text.append("}\n");
    }
    for (String hook : List.of("prerouting", "input", "forward", "output", "postrouting")) {
      boolean early = hook.equals("prerouting") || hook.equals("postrouting");
      String at = early ? "mangle" : priority;
      String policy = random.nextInt(6) == 0 && !early ? "drop" : "accept";
      text.append("chain ").append(hook).append(" {\ntype filter hook ").append(hook);
      text.append(" priority ").append(at).append("; policy ").append(policy).append(";\n");
      rules(text, 0, random.nextInt(6), hook);
      text.append("}\n");
    }
    text.append("}\n");
  }

  private void nat(StringBuilder text) {
    text.append("table ip nat2 {\n");
    for (String hook : List.of("prerouting", "output", "postrouting")) {
      boolean source = hook.equals("postrouting");
      text.append("chain ").append(hook).append(" {\ntype nat hook ").append(hook);
      text.append(" priority ").append(source ? "100" : "-100").append(";\n");
      for (int i = random.nextInt(4); i > 0; i--) {
        boolean ports = random.nextBoolean();
        text.append(
            ports ? pick("tcp", "udp") + " dport " + pick(PORTS) + " " : "ip protocol icmp ");
        text.append(random.nextBoolean() ? "" : "ip daddr " + pick(NETWORKS.subList(0, 5)) + " ");
        text.append(source ? pick("masquerade", "snat to 172.31.77.3") : destination(ports));
        text.append('\n');
      }
      text.append("}\n");
    }
    text.append("}\n");
  }

  private String destination(boolean ports) {
    String address = pick("10.42.1.5", "10.42.0.9", "172.31.77.3");
    return ports
        ? pick(
            "dnat to " + address + ":80",
            "dnat to " + address,
            "redirect to :8080",
            "accept",
            "dnat to th dport map { 53 : " + address + ", 80-8472 : 10.42.0.9 }")
        : "dnat to " + address;
  }

  private String pick(String... of) {
    return of[random.nextInt(of.length)];
  }

  private String pick(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  private void rules(StringBuilder text, int firstOwn, int count, String hook) {
    for (int i = 0; i < count; i++) {
      for (int j = random.nextInt(3); j >= 0; j--) {
        text.append(condition(hook)).append(' ');
      }
      text.append(random.nextInt(4) == 0 ? "counter " : "");
      text.append(verdict(firstOwn, hook)).append('\n');
    }
  }

  private String not() {
    return random.nextInt(4) == 0 ? "!= " : "";
  }

  private String condition(String hook) {
    return switch (random.nextInt(22)) {
      case 0, 1 -> "ip saddr " + not() + pick(NETWORKS);
      case 2, 3 -> "ip daddr " + not() + pick(NETWORKS);
      case 4, 5 -> pick("tcp", "udp") + " dport " + pick(PORTS);
      case 6 -> "meta l4proto " + pick("tcp", "udp", "icmp", "{ tcp, udp }", "!= tcp");
      case 7 ->
          "ct state " + pick("new", "established,related", "invalid", "!= new", "{ new, related }");
      case 8 -> device(hook);
      case 9 ->
          "meta mark " + pick("0x1", "!= 0x0", "& 0x4000 == 0x4000", "& 0x80 != 0x80", "{ 1, 2 }");
      case 10 ->
          "fib "
              + pick("saddr", "daddr")
              + " type "
              + pick("local", "unicast", "!= local", "{ local, broadcast }");
      case 11 -> "ip daddr . meta l4proto . th dport " + not() + "@flows";
      case 12 ->
          "icmp type " + pick("echo-request", "!= echo-request", "{ echo-request, echo-reply }");
      case 13 ->
          "tcp flags " + pick("& (fin | syn | rst | ack) == syn", "syn", "!= syn", "& syn == syn");
      case 14 -> "ct status " + pick("dnat", "snat");
      case 15 -> "ct original ip daddr " + pick("10.43.0.10", "10.42.0.0/16");
      case 20 ->
          hook.equals("prerouting")
              ? pick(
                  "fib saddr . iif oif missing",
                  "fib saddr . mark . iif oif missing",
                  "fib saddr oif exists")
              : "";
      case 16 -> "meta nfproto " + pick("ipv4", "ipv6");
      case 17 -> "iifname . tcp dport { \"eth0\" . 80, \"cni0\" . 443 }";
      case 18 -> random.nextInt(3) == 0 ? "numgen random mod 4 < 2" : "";
      case 19 -> random.nextInt(3) == 0 ? "ip ttl > 3" : "";
      default -> "";
    };
  }

  private String device(String hook) {
    String name = pick("\"eth0\"", "\"cni0\"", "\"eth*\"", "{ \"lo\", \"flannel.1\" }", "\"lo\"");
    String side =
        switch (hook) {
          case "input", "prerouting" -> "iifname ";
          case "output" -> "oifname ";
          default -> pick("iifname ", "oifname ");
        };
    return side + not() + name;
  }

  private String verdict(int firstOwn, String hook) {
    return switch (random.nextInt(16)) {
      case 0, 1, 2 -> "accept";
      case 3, 4 -> "drop";
      case 5 ->
          hook.endsWith("routing") || hook.equals("u")
              ? "return"
              : "reject with icmp type host-prohibited";
      case 6 -> "return";
      case 7, 8 ->
          firstOwn < 3 ? pick("jump u", "goto u") + (firstOwn + random.nextInt(3 - firstOwn)) : "";
      case 9 ->
          "meta mark set "
              + pick("0x1", "meta mark | 0x4000", "meta mark & 0xfffffffe", "meta mark ^ 0x80");
      case 10 -> "ct mark set 0x2";
      case 11 ->
          hook.equals("u") ? "continue" : "ip daddr . meta l4proto . th dport vmap @verdicts";
      case 12 -> "meta l4proto vmap { tcp : accept, udp : drop, icmp : return }";
      case 13 -> firstOwn < 1 ? "numgen random mod 2 vmap { 0 : jump u0, 1 : jump u1 }" : "";
      case 14 -> "log prefix \"x \"";
      default -> "limit rate 1000/second burst 5 packets counter";
    };
  }
}
