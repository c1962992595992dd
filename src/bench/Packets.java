import io.kwhy.netfilter.Captured;
import io.kwhy.netfilter.Family;
import io.kwhy.netfilter.Firewall;
import io.kwhy.netfilter.HostNetwork;
import io.kwhy.netfilter.Packet;
import io.kwhy.netfilter.Ruleset;
import io.kwhy.netfilter.Truth;
import io.kwhy.netfilter.iptables.IptablesSave;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/**
 * Reads and asks the ruleset of a cluster with 5,000 services of three endpoints each, as
 * kube-proxy writes it, and prints how long it takes; a tenth of it beside, to see how it grows. A
 * program, not a test: times depend on the machine.
 */
final class Packets {
  private static final int PACKETS = 1_000;
  private static final int ROUNDS = 5;

  private Packets() {}

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

  private static HostNetwork host() {
    return HostNetwork.builder()
        .address("lo", "127.0.0.1/8")
        .address("eth0", "172.31.77.3/24")
        .address("cni0", "10.42.1.1/24")
        .route("default", "172.31.77.254", "eth0")
        .route("172.31.77.0/24", "", "eth0")
        .route("10.42.1.0/24", "", "cni0")
        .route("10.42.0.0/24", "10.42.0.0", "flannel.1")
        .forwarding(Truth.YES)
        .build();
  }

  private static void measure(int services) {
    String text = iptables(services);
    for (int round = 0; round < ROUNDS; round++) {
      long start = cpu();
      Captured captured = new IptablesSave("iptables-save.txt", Family.IP).read(text);
      Firewall firewall = new Firewall(Ruleset.of(List.of(captured)), host());
      long parsed = cpu();
      int ways = 0;
      for (int i = 0; i < PACKETS; i++) {
        ways += firewall.receive(packet(i * 7919 % services)).ways().size();
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

  private static final int ENDPOINTS = 3;

  /** {@code iptables-save} with the given number of services, of three endpoints each. */
  static String iptables(int services) {
    StringBuilder chains = new StringBuilder();
    StringBuilder portals = new StringBuilder();
    StringBuilder rules = new StringBuilder();
    for (int i = 0; i < services; i++) {
      service(i, chains, portals, rules);
    }
    return """
        *filter
        :INPUT ACCEPT [0:0]
        :FORWARD ACCEPT [0:0]
        :OUTPUT ACCEPT [0:0]
        :KUBE-FORWARD - [0:0]
        -A FORWARD -m comment --comment "kubernetes forwarding rules" -j KUBE-FORWARD
        -A KUBE-FORWARD -m conntrack --ctstate INVALID -j DROP
        -A KUBE-FORWARD -m mark --mark 0x4000/0x4000 -j ACCEPT
        COMMIT
        *nat
        :PREROUTING ACCEPT [0:0]
        :OUTPUT ACCEPT [0:0]
        :POSTROUTING ACCEPT [0:0]
        :KUBE-MARK-MASQ - [0:0]
        :KUBE-POSTROUTING - [0:0]
        :KUBE-SERVICES - [0:0]
        %s-A PREROUTING -m comment --comment "kubernetes service portals" -j KUBE-SERVICES
        -A OUTPUT -m comment --comment "kubernetes service portals" -j KUBE-SERVICES
        -A POSTROUTING -m comment --comment "kubernetes postrouting rules" -j KUBE-POSTROUTING
        -A KUBE-MARK-MASQ -j MARK --set-xmark 0x4000/0x4000
        -A KUBE-POSTROUTING -m mark ! --mark 0x4000/0x4000 -j RETURN
        -A KUBE-POSTROUTING -j MARK --set-xmark 0x4000/0x0
        -A KUBE-POSTROUTING -j MASQUERADE --random-fully
        %s%sCOMMIT
        """
        .formatted(chains, portals, rules);
  }

  private static void service(
      int number, StringBuilder chains, StringBuilder portals, StringBuilder rules) {
    String name = String.format(Locale.ROOT, "%016X", number);
    String portal =
        String.format(
            Locale.ROOT,
            "-d %s/32 -p tcp -m comment --comment \"ns-%d/service-%d:http cluster IP\" -m tcp --dport 80",
            address(number),
            number % 50,
            number);
    chains.append(":KUBE-SVC-").append(name).append(" - [0:0]\n");
    portals.append("-A KUBE-SERVICES ").append(portal).append(" -j KUBE-SVC-").append(name);
    portals.append('\n');
    rules.append("-A KUBE-SVC-").append(name).append(" ! -s 10.42.0.0/16 ").append(portal);
    rules.append(" -j KUBE-MARK-MASQ\n");
    for (int i = 0; i < ENDPOINTS; i++) {
      endpoint(name, number, i, chains, rules);
    }
  }

  private static void endpoint(
      String name, int number, int endpoint, StringBuilder chains, StringBuilder rules) {
    String chance =
        endpoint == ENDPOINTS - 1
            ? ""
            : String.format(
                Locale.ROOT,
                "-m statistic --mode random --probability %.11f ",
                1.0 / (ENDPOINTS - endpoint));
    String pod =
        "10.42." + (endpoint == 1 ? 1 : 0) + "." + (2 + (number * ENDPOINTS + endpoint) % 250);
    String own = "KUBE-SEP-" + name + endpoint;
    chains.append(':').append(own).append(" - [0:0]\n");
    rules.append("-A KUBE-SVC-").append(name).append(" -m comment --comment \"-> ").append(pod);
    rules.append(":8080\" ").append(chance).append("-j ").append(own).append('\n');
    rules.append("-A ").append(own).append(" -s ").append(pod).append("/32 -j KUBE-MARK-MASQ\n");
    rules.append("-A ").append(own).append(" -p tcp -m tcp -j DNAT --to-destination ");
    rules.append(pod).append(":8080\n");
  }

  private static String address(int service) {
    return "10.43." + (service >> 8) + "." + (service & 255);
  }

  /** The first packet of a connection from a pod to a service. */
  static Packet packet(int service) {
    return Packet.tcp("10.42.1.5", 20_000 + service, address(service), 80).arrivingOn("cni0");
  }
}
