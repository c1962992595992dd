package io.kwhy.netfilter;

import io.kwhy.netfilter.iptables.IptablesSave;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/**
 * Reads and asks the ruleset of a cluster with 5,000 services of three endpoints each, as
 * kube-proxy writes it, and prints how long it takes; a tenth of it beside, to see how it grows. A
 * program, not a test: times depend on the machine.
 *
 * <pre>mvn -q test-compile exec:java -Dexec.classpathScope=test \
 *   -Dexec.mainClass=io.kwhy.netfilter.FirewallBenchmark</pre>
 */
public final class FirewallBenchmark {
  private static final int PACKETS = 1_000;
  private static final int ROUNDS = 5;

  private FirewallBenchmark() {}

  /** Prints a line for each size. */
  public static void main(String[] args) {
    for (int services : new int[] {500, 5_000}) {
      measure(services);
    }
  }

  /** CPU time of this thread: other work on the machine is left out. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void measure(int services) {
    String text = ClusterRules.iptables(services);
    for (int round = 0; round < ROUNDS; round++) {
      long start = cpu();
      Captured captured = new IptablesSave("iptables-save.txt", Family.IP).read(text);
      Firewall firewall = new Firewall(Ruleset.of(List.of(captured)), TestHost.network().build());
      long parsed = cpu();
      int ways = 0;
      for (int i = 0; i < PACKETS; i++) {
        ways += firewall.receive(ClusterRules.packet(i * 7919 % services)).ways().size();
      }
      long asked = cpu();
      System.out.printf(
          Locale.ROOT,
          "%,d services, %,d lines: read in %d ms of CPU, %,d packets (%,d ways) in %d ms%n",
          services,
          text.lines().count(),
          (parsed - start) / 1_000_000,
          PACKETS,
          ways,
          (asked - parsed) / 1_000_000);
    }
  }
}
