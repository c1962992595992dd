package io.kwhy.parse.network;

import io.kwhy.fact.node.IptablesVersion;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import io.kwhy.parse.text.Lines;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code iptables --version}: {@code iptables v1.8.9 (nf_tables)}. */
final class IptablesVersionParser implements Parser {

  private static final Pattern VERSION =
      Pattern.compile("ip6?tables v(\\d[\\w.]*)(?: \\((\\w+)\\))?.*");

  @Override
  public void parse(Input input, Facts facts) throws IOException {
    Lines.eachOfSome(
        input,
        facts,
        line -> {
          Matcher version = VERSION.matcher(line.text().strip());
          if (version.matches()) {
            String backend = version.group(2) == null ? "" : version.group(2);
            facts.add(
                new IptablesVersion(
                    input.node(), version.group(1), backend, facts.at(line.number())));
          } else {
            facts.gap(line.number(), line.insteadOf("the version of iptables"));
          }
        });
  }
}
