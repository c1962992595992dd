/**
 * What a captured firewall does with a packet, and which rule says so. Pure: values in, values out,
 * java only.
 *
 * <pre>{@code
 * Ruleset rules = Ruleset.of(List.of(new IptablesSave("nodes/w2/commands/iptables-save.txt", Family.IP).read(text)));
 * HostNetwork w2 = HostNetwork.builder().address("eth0", "172.31.77.3/24").route("default", "172.31.77.254", "eth0").forwarding(Truth.YES).build();
 * Packet vxlan = Packet.udp("172.31.77.1", 40000, "172.31.77.3", 8472).arrivingOn("eth0");
 * Outcome outcome = new Firewall(rules, w2).receive(vxlan);
 * outcome.verdict(); // DROPPED
 * outcome.deciding(); // step in INPUT: "-A INPUT -p udp -m udp --dport 8472 -j DROP", source and line
 * }</pre>
 *
 * <p>Three-valued: what can't be told from the evidence opens several ways. If all of them end
 * alike, that is the verdict; else it is {@code UNDETERMINED}, and {@code deciding()} is the rule
 * that left it open. See <a
 * href="https://github.com/diekmann/Iptables_Semantics">Iptables_Semantics</a>.
 */
package io.kwhy.netfilter;
