package io.kwhy.parse.network;

import io.kwhy.fact.network.InterfaceAddress;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import io.kwhy.parse.text.JsonRow;
import io.kwhy.parse.text.JsonRows;
import io.kwhy.parse.text.Numbers;
import java.io.IOException;

/** {@code ip -j addr}. */
final class IpAddressJsonParser implements Parser {

  @Override
  public void parse(Input input, Facts facts) throws IOException {
    int seen = JsonRows.each(input, facts, row -> addresses(row, input, facts));
    if (seen == 0) {
      facts.gap(0, "lists no interface");
    }
  }

  private static void addresses(JsonRow row, Input input, Facts facts) {
    String link = row.text("ifname");
    if (link.isEmpty() && !row.blank()) {
      facts.gap(row.line(), row.insteadOf("an interface with ifname"));
      return;
    }
    for (JsonRow address : row.list("addr_info")) {
      if (!address.blank()) {
        address(link, address, input, facts);
      }
    }
  }

  private static void address(String link, JsonRow row, Input input, Facts facts) {
    String local = row.text("local");
    int length = Numbers.small(row.text("prefixlen")).orElse(-1);
    if (!AddressText.address(local) || !AddressText.isLength(local, length)) {
      facts.gap(row.line(), row.insteadOf("an address with local and prefixlen"));
      return;
    }
    facts.add(new InterfaceAddress(input.node(), link, local, length, facts.at(row.line())));
  }
}
