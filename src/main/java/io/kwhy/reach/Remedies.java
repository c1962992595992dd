package io.kwhy.reach;

import io.kwhy.fact.network.Remedy;
import io.kwhy.netfilter.Connection.State;
import io.kwhy.netfilter.Header;
import io.kwhy.netfilter.Hook;
import io.kwhy.netfilter.Step;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Commands that let a packet pass: by the program that keeps the rules where it is known, else by
 * taking the rule away, or by accepting the packet before the chain's end.
 */
final class Remedies {
  private static final Pattern HANDLE = Pattern.compile("# handle (\\d+)$");

  /** Makes iptables run a program: nothing to hand on from somebody's file. */
  private static final Pattern RUNS_PROGRAM = Pattern.compile("(?:^| )\"?(?:-M|--modp)");

  private final Flow flow;
  private final Step step;
  private final String writer;
  private final String pods;

  private Remedies(Flow flow, Step step, String writer, String pods) {
    this.flow = flow;
    this.step = step;
    this.writer = writer;
    this.pods = pods;
  }

  /** For a packet that a step ends; {@code pods} is the range of all pods. */
  static Remedy of(Flow flow, Step step, String writer, String pods) {
    return step.chain().isEmpty() || RUNS_PROGRAM.matcher(step.text()).find()
        ? Remedy.NONE
        : new Remedies(flow, step, writer, pods).remedy();
  }

  private Remedy remedy() {
    return switch (writer) {
      case "firewalld" -> firewalld();
      case "ufw" -> ufw();
      case "docker" ->
          new Remedy(
              command(),
              effect(),
              "docker makes its rules anew at each start and leaves those in DOCKER-USER alone; with"
                  + " \"ip-forward-no-drop\": true in /etc/docker/daemon.json, docker 28 and later"
                  + " leave the policy of FORWARD alone",
              forPods((v6() ? "ip6tables" : "iptables") + " -I DOCKER-USER", " -j ACCEPT"));
      default -> new Remedy(command(), effect(), lasting(), search());
    };
  }

  private Remedy firewalld() {
    String change =
        port().isEmpty() ? "--zone=trusted --add-source=" + pods : "--add-port=" + port();
    return new Remedy(
        "firewall-cmd " + change,
        "has firewalld accept these packets at once",
        "firewalld keeps what it is told with --permanent",
        "firewall-cmd --permanent " + change + "\nfirewall-cmd --reload");
  }

  private Remedy ufw() {
    String change =
        port().isEmpty()
            ? "ufw route allow from " + pods + "\nufw route allow to " + pods
            : "ufw allow proto " + protocol() + " from " + source() + " to any port " + number();
    return new Remedy(
        change,
        "has ufw accept these packets at once",
        "ufw keeps what it is told; this shows it",
        "ufw status verbose");
  }

  private String command() {
    if (step.text().startsWith("-A ")) {
      return program() + " -t " + step.table() + " -D " + step.text().substring(3);
    }
    if (step.text().startsWith(":")) {
      // At the end, so that what stands before the policy is asked as ever, network policies too.
      return accepting(program() + " -t " + step.table() + " -A " + step.chain(), " -j ACCEPT");
    }
    return step.sort() == Step.Sort.POLICY ? nativeAccept() : nativeDelete();
  }

  private String program() {
    String entry = step.source();
    String family = entry.contains("ip6tables") ? "ip6tables" : "iptables";
    return entry.contains("legacy") ? family + "-legacy" : family;
  }

  private String accepting(String insert, String accept) {
    return port().isEmpty()
        ? forPods(insert, accept)
        : insert
            + " -s "
            + source()
            + (answer()
                ? " -m conntrack --ctstate RELATED,ESTABLISHED"
                : " -p " + protocol() + " --dport " + number())
            + accept;
  }

  /** Both ways, and only for the pods: a chain that lets everything pass protects nothing. */
  private String forPods(String insert, String accept) {
    return insert + " -s " + pods + accept + "\n" + insert + " -d " + pods + accept;
  }

  private String nativeAccept() {
    String insert = "nft add rule " + chain() + " " + (v6() ? "ip6" : "ip");
    return port().isEmpty()
        ? insert + " saddr " + pods + " accept\n" + insert + " daddr " + pods + " accept"
        : insert
            + " saddr "
            + source()
            + (answer()
                ? " ct state established,related accept"
                : " " + protocol() + " dport " + number() + " accept");
  }

  /** A native rule is taken away by its handle, which not every listing shows. */
  private String nativeDelete() {
    Matcher handle = HANDLE.matcher(step.text());
    return handle.find()
        ? "nft delete rule " + chain() + " handle " + handle.group(1)
        : "nft -a list chain " + chain();
  }

  private String chain() {
    return step.family() + " " + step.table() + " " + step.chain();
  }

  private String effect() {
    if (step.sort() == Step.Sort.POLICY) {
      return "accepts these packets before the chain ends, until the rules are made anew";
    }
    return command().startsWith("nft -a")
        ? "shows the rule and its handle N; \"nft delete rule "
            + chain()
            + " handle N\" takes it away until the rules are made anew"
        : "takes the rule away until the rules are made anew";
  }

  private String lasting() {
    if (step.sort() == Step.Sort.POLICY) {
      return "accept these packets in the file or script that the policy comes from, which this helps"
          + " to find";
    }
    return step.text().startsWith("-A ")
        ? "take the rule out of the file or script that it comes from, which this helps to find; where"
            + " netfilter-persistent keeps the rules, \"netfilter-persistent save\" keeps them as they"
            + " are by then"
        : "take the rule out of the file that it comes from, mostly /etc/nftables.conf; this helps to"
            + " find it";
  }

  private String search() {
    boolean own = !step.chain().equalsIgnoreCase(step.hook().name());
    boolean policy = step.sort() == Step.Sort.POLICY;
    String word = own || policy || port().isEmpty() ? step.chain() : number();
    return "grep -rnsw "
        + word
        + " /etc/iptables /etc/sysconfig /etc/nftables.conf /etc/nftables /etc/ufw /etc/firewalld"
        + " /etc/rc.local /etc/network";
  }

  /** {@code 8472/udp}; {@code ""} where pods talk, or no port is asked for. */
  private String port() {
    boolean handedOn = entrance() && step.hook() != Hook.INPUT && step.hook() != Hook.PREROUTING;
    boolean any =
        handedOn
            || flow.service().indexOf('/') < 0
            || List.of("pod", "node", "echo").contains(flow.name().split("-", 2)[0]);
    return any ? "" : flow.service();
  }

  private String number() {
    return port().substring(0, port().indexOf('/'));
  }

  private String protocol() {
    return port().substring(port().indexOf('/') + 1);
  }

  private boolean answer() {
    return flow.packet().connection().state() != State.NEW;
  }

  private String source() {
    Header header = flow.packet().header();
    String anybody = v6() ? "::/0" : "0.0.0.0/0";
    return entrance() ? anybody : header.source().toString();
  }

  private boolean v6() {
    return flow.packet().header().source().v6();
  }

  /** Anybody may come in there. */
  private boolean entrance() {
    return flow.name().equals("load-balancer") || flow.name().equals(NodePorts.FLOW);
  }
}
