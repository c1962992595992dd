package io.kwhy.fact.network;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * What the captured rules of a host do with a packet that k3s needs to pass.
 *
 * @param flow vxlan, wireguard, apiserver, kubelet, etcd, pod-to-pod, pod-to-outside …; host-echo,
 *     host-port, bridge-echo for what a probe sent from host to host
 * @param service port and protocol in one word, e.g. {@code 8472/udp}; {@code ""} where any
 * @param from Node that the packet comes from
 * @param to Node that it goes to; an address for a server outside; {@code ""} for the world as such
 * @param answer that it is the answer to such a packet, so that it goes from the one to the other
 * @param node Node at which it was judged
 * @param verdict accepted, masqueraded, disguised (as somebody else), dropped, rejected, diverted
 *     (to another destination), untracked (by connection tracking, so that it keeps a Service's
 *     address), possibly dropped (evidence or chance leave it open), no-route or undetermined
 * @param hook PREROUTING, INPUT, FORWARD, OUTPUT or POSTROUTING
 * @param rule as it stands in the file; the chain's declaration for a policy
 * @param policy that no rule but the end of the chain decided
 * @param manager what wrote the rule, as far as it shows; {@code ""} where it does not
 * @param remedy what lets the packet pass again
 */
public record FlowVerdict(
    String flow,
    String service,
    String from,
    String to,
    boolean answer,
    String node,
    String verdict,
    String hook,
    String table,
    String chain,
    String rule,
    boolean policy,
    String manager,
    Remedy remedy,
    Origin origin)
    implements Fact {

  /** The same verdict with another remedy. */
  public FlowVerdict with(Remedy other) {
    return new FlowVerdict(
        flow, service, from, to, answer, node, verdict, hook, table, chain, rule, policy, manager,
        other, origin);
  }

  /** Whether the packet ends here. */
  public boolean lost() {
    return verdict.equals("dropped") || verdict.equals("rejected") || verdict.equals("diverted");
  }

  /** Whether it depends on what was not captured, on how many came before, or on chance. */
  public boolean open() {
    return verdict.equals("possibly dropped");
  }

  /** Whether it is the packet filter of Kubernetes itself that decided. */
  public boolean byKubernetes() {
    return manager.startsWith("kube-") || manager.equals("flannel");
  }

  /** What wrote the rule, as the end of a sentence. */
  public String writer() {
    return manager.isEmpty()
        ? "made by no firewall program that is known here"
        : "made by " + manager;
  }

  /** Port and protocol, or whose packets they are where any may be. */
  public String what() {
    return service.isEmpty() ? "packets of pods" : service;
  }

  /** Its packets in the words of tcpdump; {@code ""} for any. */
  public String filter() {
    int slash = service.indexOf('/');
    return slash < 0
        ? (flow.endsWith("echo") ? "icmp or icmp6" : service)
        : service.substring(slash + 1) + " port " + service.substring(0, slash);
  }

  /** What shows the rules among which it was decided, as they are now. */
  public String listing() {
    String file = origin.entry().substring(origin.entry().lastIndexOf('/') + 1);
    int program = file.indexOf("-save");
    return program < 0 ? "nft list ruleset" : file.substring(0, program) + "-save -t " + table;
  }

  /** Table and hook in which it was decided. */
  public String place() {
    return table + " " + hook + (chain.equals(hook) ? "" : ", chain " + chain);
  }

  @Override
  public String text() {
    return (answer ? "the answer to " : "")
        + flow
        + (service.isEmpty() ? "" : " (" + service + ")")
        + " from "
        + from
        + (to.isEmpty() ? "" : " to " + to)
        + " is "
        + verdict
        + " on "
        + node
        + (rule.isEmpty() ? "" : " in " + place() + ": " + rule);
  }
}
