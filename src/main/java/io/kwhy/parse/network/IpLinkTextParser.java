package io.kwhy.parse.network;

import io.kwhy.fact.network.ArpSwitchedOff;
import io.kwhy.fact.network.Link;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import io.kwhy.parse.text.Line;
import io.kwhy.parse.text.Lines;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code ip -d link}. What kind of link it is stands first on one of the lines below; hardware has
 * no such line, so only known words count.
 */
final class IpLinkTextParser implements Parser {

  /** Kinds that the kernel names, as {@code ip link help} lists them. */
  private static final Set<String> KINDS =
      Set.of(
          "amt",
          "bareudp",
          "bond",
          "bridge",
          "dummy",
          "erspan",
          "geneve",
          "gre",
          "gretap",
          "gtp",
          "hsr",
          "ifb",
          "ip6erspan",
          "ip6gre",
          "ip6gretap",
          "ip6tnl",
          "ipip",
          "ipoib",
          "ipvlan",
          "ipvtap",
          "macsec",
          "macvlan",
          "macvtap",
          "netdevsim",
          "netkit",
          "nlmon",
          "openvswitch",
          "rmnet",
          "sit",
          "team",
          "tun",
          "vcan",
          "veth",
          "virt_wifi",
          "vlan",
          "vrf",
          "vti",
          "vxcan",
          "vxlan",
          "wireguard",
          "xfrm");

  @Override
  public void parse(Input input, Facts facts) throws IOException {
    Reading reading = new Reading(input, facts);
    Lines.eachOfSome(input, facts, reading::line);
    reading.flush();
  }

  private static final class Reading {
    private final Input input;
    private final Facts facts;
    private Optional<InterfaceHeader> link = Optional.empty();
    private String kind = "";
    private String mac = "";
    private boolean ethernet;
    private Optional<VxlanRow> vxlan = Optional.empty();

    Reading(Input input, Facts facts) {
      this.input = input;
      this.facts = facts;
    }

    void line(Line line) {
      if (line.indented()) {
        below(line.words());
        return;
      }
      flush();
      link = InterfaceHeader.of(line).filter(header -> header.mtu().isPresent());
      if (link.isEmpty()) {
        facts.gap(line.number(), line.insteadOf("an interface with its mtu"));
      }
    }

    private void below(List<String> words) {
      String first = words.get(0);
      if (first.startsWith("link/")) {
        ethernet = first.equals("link/ether");
        boolean ownMac = IpLinkJsonParser.WITH_MAC.contains(first.substring("link/".length()));
        mac = ownMac && words.size() > 1 ? words.get(1) : "";
      } else if (kind.isEmpty() && KINDS.contains(first)) {
        kind = first;
        vxlan = kind.equals("vxlan") ? Optional.of(VxlanRow.of(words)) : Optional.empty();
      }
    }

    void flush() {
      link.ifPresent(this::tell);
      link = Optional.empty();
      vxlan = Optional.empty();
      kind = "";
      mac = "";
      ethernet = false;
    }

    private void tell(InterfaceHeader header) {
      facts.add(
          new Link(
              input.node(),
              header.name(),
              kind,
              header.up(),
              header.state(),
              header.mtu().orElse(0),
              mac,
              facts.at(header.line())));
      if (ethernet && !header.arp()) {
        facts.add(new ArpSwitchedOff(input.node(), header.name(), facts.at(header.line())));
      }
      vxlan
          .flatMap(row -> row.vxlan(input.node(), header.name(), facts.at(header.line())))
          .ifPresent(facts::add);
    }
  }
}
