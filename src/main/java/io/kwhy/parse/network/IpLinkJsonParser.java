package io.kwhy.parse.network;

import io.kwhy.fact.network.ArpSwitchedOff;
import io.kwhy.fact.network.Link;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import io.kwhy.parse.text.JsonRow;
import io.kwhy.parse.text.JsonRows;
import io.kwhy.parse.text.Numbers;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.Set;

/** {@code ip -j -d link}. */
final class IpLinkJsonParser implements Parser {

  /** Links whose hardware address is a MAC; a tunnel's is its IP address. */
  static final Set<String> WITH_MAC = Set.of("ether", "loopback");

  @Override
  public void parse(Input input, Facts facts) throws IOException {
    int seen = JsonRows.each(input, facts, row -> link(row, input, facts));
    if (seen == 0) {
      facts.gap(0, "lists no interface");
    }
  }

  private static void link(JsonRow row, Input input, Facts facts) {
    if (row.blank()) {
      return;
    }
    OptionalInt mtu = Numbers.small(row.text("mtu"));
    if (row.text("ifname").isEmpty() || mtu.isEmpty()) {
      facts.gap(row.line(), row.insteadOf("an interface with ifname and mtu"));
      return;
    }
    facts.add(
        new Link(
            input.node(),
            row.text("ifname"),
            row.text("linkinfo.info_kind"),
            row.texts("flags").contains("UP"),
            row.text("operstate"),
            mtu.getAsInt(),
            WITH_MAC.contains(row.text("link_type")) ? row.text("address") : "",
            facts.at(row.line())));
    if (row.texts("flags").contains("NOARP") && row.text("link_type").equals("ether")) {
      facts.add(new ArpSwitchedOff(input.node(), row.text("ifname"), facts.at(row.line())));
    }
    if (row.text("linkinfo.info_kind").equals("vxlan")) {
      VxlanRow.of(row)
          .vxlan(input.node(), row.text("ifname"), facts.at(row.line()))
          .ifPresent(facts::add);
    }
  }
}
