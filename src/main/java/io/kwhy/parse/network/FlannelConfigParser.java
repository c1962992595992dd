package io.kwhy.parse.network;

import io.kwhy.fact.network.FlannelConfig;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import io.kwhy.parse.text.JsonRow;
import io.kwhy.parse.text.JsonRows;
import io.kwhy.parse.text.Numbers;
import java.io.IOException;

/** {@code net-conf.json}, which k3s writes for flannel. */
final class FlannelConfigParser implements Parser {

  @Override
  public void parse(Input input, Facts facts) throws IOException {
    int seen =
        JsonRows.each(
            input,
            facts,
            row ->
                facts.add(
                    new FlannelConfig(
                        input.node(),
                        network(row, "Network"),
                        network(row, "IPv6Network"),
                        row.text("Backend.Type"),
                        port(row),
                        facts.at(row.line()))));
    if (seen == 0) {
      facts.gap(0, "holds no configuration");
    }
  }

  /** k3s writes the range of all addresses for a family that the cluster does not have. */
  private static String network(JsonRow row, String key) {
    String network = row.text(key);
    return network.equals("0.0.0.0/0") || network.equals("::/0") ? "" : network;
  }

  /** VXLAN and wireguard name it differently. */
  private static int port(JsonRow row) {
    return Numbers.small(row.text("Backend.Port"))
        .orElse(Numbers.small(row.text("Backend.ListenPort")).orElse(0));
  }
}
