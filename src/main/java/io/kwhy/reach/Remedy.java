package io.kwhy.reach;

import io.kwhy.netfilter.Step;
import java.util.Locale;

/**
 * The command that lets a packet pass until the rules are made anew: takes the rule away, or
 * accepts the packet before the chain's end.
 */
final class Remedy {
  private Remedy() {}

  static String of(Flow flow, Step step) {
    if (step.text().startsWith("-A ")) {
      return "iptables -t " + step.table() + " -D " + step.text().substring(3);
    }
    if (step.text().startsWith(":")) {
      return "iptables -t " + step.table() + " -I " + step.chain() + match(flow) + " -j ACCEPT";
    }
    return step.chain().isEmpty() ? "" : ofNative(step);
  }

  /** A native rule is taken away by its handle, which only the host shows. */
  private static String ofNative(Step step) {
    return "nft delete rule, table "
        + step.table()
        + ", chain "
        + step.chain()
        + ", with the handle that nft -a list ruleset shows behind the rule,";
  }

  private static String match(Flow flow) {
    int slash = flow.service().indexOf('/');
    return slash < 0
        ? ""
        : " -p "
            + flow.service().substring(slash + 1).toLowerCase(Locale.ROOT)
            + " --dport "
            + flow.service().substring(0, slash);
  }
}
