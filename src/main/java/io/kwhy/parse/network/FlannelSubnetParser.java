package io.kwhy.parse.network;

import io.kwhy.fact.network.FlannelSubnet;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import io.kwhy.parse.text.Lines;
import io.kwhy.parse.text.Numbers;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** {@code /run/flannel/subnet.env}: a variable on each line. */
final class FlannelSubnetParser implements Parser {

  @Override
  public void parse(Input input, Facts facts) throws IOException {
    Map<String, String> values = new TreeMap<>();
    Map<String, Integer> lines = new TreeMap<>();
    Lines.eachOfSome(
        input,
        facts,
        line -> {
          int equals = line.text().indexOf('=');
          if (equals < 0) {
            facts.gap(line.number(), line.insteadOf("NAME=value"));
            return;
          }
          String name = line.text().substring(0, equals).strip();
          values.put(name, line.text().substring(equals + 1).strip());
          lines.put(name, line.number());
        });
    if (values.isEmpty()) {
      return;
    }
    facts.add(
        new FlannelSubnet(
            input.node(),
            values.getOrDefault("FLANNEL_NETWORK", ""),
            values.getOrDefault("FLANNEL_SUBNET", ""),
            values.getOrDefault("FLANNEL_IPV6_SUBNET", ""),
            Numbers.small(values.getOrDefault("FLANNEL_MTU", "")).orElse(0),
            values.getOrDefault("FLANNEL_IPMASQ", "").equals("true"),
            facts.at(
                lines.getOrDefault(
                    "FLANNEL_SUBNET", lines.getOrDefault("FLANNEL_IPV6_SUBNET", 0)))));
  }
}
