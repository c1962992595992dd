package io.kwhy.parse.network;

import io.kwhy.fact.network.InterfaceAddress;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import io.kwhy.parse.text.Line;
import io.kwhy.parse.text.Lines;
import io.kwhy.parse.text.Numbers;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * {@code ip addr}. The prefix length of an address with a peer is printed with the peer: {@code
 * inet 10.8.0.2 peer 10.8.0.1/32}.
 */
final class IpAddressTextParser implements Parser {

  @Override
  public void parse(Input input, Facts facts) throws IOException {
    Reading reading = new Reading(input, facts);
    Lines.eachOfSome(input, facts, reading::line);
  }

  private static final class Reading {
    private final Input input;
    private final Facts facts;
    private Optional<InterfaceHeader> link = Optional.empty();

    Reading(Input input, Facts facts) {
      this.input = input;
      this.facts = facts;
    }

    void line(Line line) {
      if (!line.indented()) {
        link = InterfaceHeader.of(line);
        if (link.isEmpty()) {
          facts.gap(line.number(), line.insteadOf("an interface"));
        }
      } else if (line.words().get(0).startsWith("inet")) {
        link.ifPresent(header -> address(line, line.words(), header.name()));
      }
    }

    private void address(Line line, List<String> words, String name) {
      String local = words.size() > 1 ? words.get(1) : "";
      String network = words.size() > 3 && words.get(2).equals("peer") ? words.get(3) : local;
      int slash = local.indexOf('/');
      String address = slash < 0 ? local : local.substring(0, slash);
      if (!AddressText.address(address) || !AddressText.network(network)) {
        facts.gap(line.number(), line.insteadOf("inet and an address"));
        return;
      }
      int length =
          Numbers.small(network.substring(network.indexOf('/') + 1))
              .orElse(AddressText.fullLength(address));
      if (!AddressText.isLength(address, length)) {
        facts.gap(line.number(), line.insteadOf("inet and an address of the family of its peer"));
        return;
      }
      facts.add(new InterfaceAddress(input.node(), name, address, length, facts.at(line.number())));
    }
  }
}
