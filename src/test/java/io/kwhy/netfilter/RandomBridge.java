package io.kwhy.netfilter;

import java.util.List;
import java.util.Random;

/**
 * Native rules by lot for frames: chains of a bridge's own, at its ports, and for what it shows.
 */
final class RandomBridge {
  private static final List<String> CONDITIONS =
      List.of(
          "ip saddr 10.42.1.5",
          "ip saddr 10.42.1.0/24",
          "ip daddr { 10.42.1.6, 10.42.0.9 }",
          "ip daddr 10.42.1.5-10.42.1.6",
          "ip daddr 10.43.0.0/16",
          "ip protocol icmp",
          "ether type ip tcp dport 80",
          "tcp dport { 53, 443 }",
          "udp dport 1-1000",
          "udp dport != 53",
          "meta l4proto udp");

  private final Random random;

  RandomBridge(long seed) {
    random = new Random(seed);
  }

  String ruleset() {
    StringBuilder text = new StringBuilder("table bridge guard {\n");
    text.append("chain u {\n").append(rules(2, "drop", "accept", "return")).append("}\n");
    for (String hook : List.of("prerouting", "input", "forward", "output", "postrouting")) {
      chain(text, hook, "hook " + hook, random.nextInt(9) - 4);
    }
    text.append("}\n");
    if (random.nextInt(3) == 0) {
      text.append("table netdev ports {\n");
      String ports = random.nextBoolean() ? "veth1, veth2" : "veth1";
      chain(text, "in", "hook ingress devices = { " + ports + " }", 0);
      text.append("}\n");
    }
    if (random.nextInt(3) > 0) {
      text.append("table inet shown {\nchain u {\n}\n");
      chain(text, "prerouting", "hook prerouting", -150);
      chain(text, "forward", "hook forward", 0);
      chain(text, "postrouting", "hook postrouting", 50);
      text.append("}\n");
    }
    return text.toString();
  }

  private void chain(StringBuilder text, String name, String at, int priority) {
    String policy = random.nextInt(9) == 0 ? "drop" : "accept";
    String jump = name.equals("in") ? "drop" : "jump u";
    text.append("chain ").append(name).append(" {\ntype filter ").append(at);
    text.append(" priority ").append(priority).append("; policy ").append(policy).append(";\n");
    text.append(rules(3, "drop", "drop", "accept", jump)).append("}\n");
  }

  private String rules(int most, String... verdicts) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      text.append(CONDITIONS.get(random.nextInt(CONDITIONS.size()))).append(' ');
      text.append(verdicts[random.nextInt(verdicts.length)]).append('\n');
    }
    return text.toString();
  }
}
