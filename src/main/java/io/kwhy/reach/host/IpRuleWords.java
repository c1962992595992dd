package io.kwhy.reach.host;

import io.kwhy.netfilter.IpPrefix;
import io.kwhy.netfilter.RoutingRule;
import java.util.List;
import java.util.Optional;

/** Rules of {@code ip rule} in the evaluator's words. */
final class IpRuleWords {
  private String in = "";
  private int mark;
  private int mask;
  private boolean negated;
  private boolean more;
  private int suppressed = -1;

  static RoutingRule of(io.kwhy.fact.network.RoutingRule rule) {
    IpRuleWords words = new IpRuleWords();
    words.read(List.of(rule.other().split(" ", -1)));
    return new RoutingRule(
        rule.priority(),
        prefix(rule.from()),
        prefix(rule.to()),
        words.in,
        words.mark,
        words.mask,
        words.negated,
        rule.table().isEmpty() ? "blackhole" : "lookup",
        rule.table(),
        words.suppressed,
        words.more);
  }

  private static Optional<IpPrefix> prefix(String text) {
    return text.equals("all") ? Optional.empty() : IpPrefix.parse(text);
  }

  private void read(List<String> words) {
    for (int at = 0; at < words.size(); at++) {
      String value = at + 1 < words.size() ? words.get(at + 1) : "";
      switch (words.get(at)) {
        case "", "blackhole", "unreachable", "prohibit" -> {}
        case "action" -> at++;
        case "not" -> negated = true;
        case "fwmark" -> {
          mark(value);
          at++;
        }
        case "fwmask" -> {
          mask = number(value);
          at++;
        }
        case "iif" -> {
          in = value;
          at++;
        }
        case "suppress_prefixlength", "suppress_prefixlen" -> {
          suppressed = number(value);
          at++;
        }
        default -> more = true;
      }
    }
  }

  private void mark(String value) {
    int slash = value.indexOf('/');
    mark = number(slash < 0 ? value : value.substring(0, slash));
    mask = slash < 0 ? (mask == 0 ? -1 : mask) : number(value.substring(slash + 1));
  }

  private int number(String text) {
    try {
      return Long.decode(text).intValue();
    } catch (NumberFormatException e) {
      more = true;
      return 0;
    }
  }
}
