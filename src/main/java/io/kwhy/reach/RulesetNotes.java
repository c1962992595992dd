package io.kwhy.reach;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Known;
import io.kwhy.fact.Origin;
import io.kwhy.fact.network.AcceptRule;
import io.kwhy.fact.network.ChainPolicy;
import io.kwhy.fact.network.FirewallBackends;
import io.kwhy.fact.network.FlannelConfig;
import io.kwhy.fact.network.FlannelRules;
import io.kwhy.fact.network.FlannelSubnet;
import io.kwhy.fact.network.RepeatedRule;
import io.kwhy.fact.network.RulesetText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What shows in captured rules without asking them about a packet. */
final class RulesetNotes {
  /** Programs that check before they add leave no rule twice; a few may be somebody's wish. */
  private static final int TOO_OFTEN = 5;

  private static final Pattern POLICY = Pattern.compile(":(\\S+) (DROP|REJECT)\\b.*");
  private static final Pattern VXLAN_ACCEPTED =
      Pattern.compile("--dports? (?:\\S*\\D)?8472(?!\\d)");

  private static final Pattern KUBERNETES = Pattern.compile("(?m)^:KUBE-(?!KUBELET-CANARY)");
  private static final Pattern NFT_KUBERNETES =
      Pattern.compile("(?m)^\\s*chain KUBE-(?!KUBELET-CANARY)");

  private static final Pattern LEGACY_DROPS = Pattern.compile("(?m)^:FORWARD DROP\\b");

  private final Known known;
  private final List<Fact> notes = new ArrayList<>();

  RulesetNotes(Known known) {
    this.known = known;
  }

  List<Fact> all() {
    for (RulesetText text : known.all(RulesetText.class)) {
      if (text.source().equals("iptables-save") && known.isCaptured("iptables-save", text.node())) {
        lines(text);
        backends(text);
        if (kubernetes(text)) {
          flannel(text);
        }
      }
    }
    return notes;
  }

  private static boolean kubernetes(RulesetText text) {
    return KUBERNETES.matcher(text.content()).find();
  }

  private void lines(RulesetText text) {
    String table = "";
    Map<String, Integer> first = new LinkedHashMap<>();
    Map<String, Integer> counts = new LinkedHashMap<>();
    int number = 0;
    for (String line : text.content().split("\n", -1)) {
      number++;
      if (line.startsWith("*")) {
        table = line.substring(1);
      } else if (line.startsWith(":")) {
        policy(text, table, line, number);
      } else if (line.startsWith("-A ")) {
        String rule = table + " " + line;
        accept(text, line, number);
        first.putIfAbsent(rule, number);
        counts.merge(rule, 1, Integer::sum);
      }
    }
    counts.forEach(
        (rule, count) -> {
          if (count >= TOO_OFTEN) {
            Origin at = new Origin(text.origin().entry(), first.get(rule));
            String words = rule.substring(rule.indexOf(' ') + 1);
            notes.add(new RepeatedRule(text.node(), words, count, at));
          }
        });
  }

  private void policy(RulesetText text, String table, String line, int number) {
    Matcher policy = POLICY.matcher(line);
    if (policy.matches()) {
      Origin at = new Origin(text.origin().entry(), number);
      notes.add(new ChainPolicy(text.node(), table, policy.group(1), policy.group(2), at));
    }
  }

  private void accept(RulesetText text, String line, int number) {
    if (line.endsWith(" -j ACCEPT") && VXLAN_ACCEPTED.matcher(line).find()) {
      Origin at = new Origin(text.origin().entry(), number);
      notes.add(new AcceptRule(text.node(), 8472, line, at));
    }
  }

  private void backends(RulesetText text) {
    boolean nft = text.content().contains("(nf_tables)");
    Optional<RulesetText> other =
        other(text.node(), nft ? "iptables-legacy-save" : "nft-ruleset")
            .filter(rules -> !rules.content().isBlank());
    Pattern kubernetes = nft ? KUBERNETES : NFT_KUBERNETES;
    Predicate<String> drops = nft ? LEGACY_DROPS.asPredicate() : RulesetNotes::dropsForwarded;
    notes.add(
        new FirewallBackends(
            text.node(),
            nft ? "nf_tables" : "legacy",
            kubernetes(text),
            other.filter(r -> kubernetes.matcher(r.content()).find()).isPresent(),
            other.filter(r -> drops.test(r.content())).isPresent(),
            nft && other.isEmpty() && text.content().contains("iptables-legacy tables present"),
            text.origin()));
  }

  /** Text of any length: each line is looked at once. */
  private static boolean dropsForwarded(String nft) {
    int table = nft.indexOf("table ip filter {");
    return table >= 0 && nft.substring(table).lines().anyMatch(RulesetNotes::isDroppingHook);
  }

  private static boolean isDroppingHook(String line) {
    int hook = line.indexOf("hook forward");
    return hook >= 0 && line.indexOf("policy drop", hook) >= 0;
  }

  private Optional<RulesetText> other(String host, String source) {
    return known.of(RulesetText.class, RulesetText::node, host).stream()
        .filter(text -> text.source().equals(source))
        .findFirst();
  }

  /** The range of all pods, as k3s told flannel, or flannel the CNI plugin. */
  private String network(String host) {
    return Stream.concat(
            known.of(FlannelConfig.class, FlannelConfig::node, host).stream()
                .map(FlannelConfig::network),
            known.of(FlannelSubnet.class, FlannelSubnet::node, host).stream()
                .map(FlannelSubnet::network))
        .filter(range -> !range.isEmpty())
        .findFirst()
        .orElse("10.42.0.0/16");
  }

  private void flannel(RulesetText text) {
    String network = network(text.node());
    boolean accepts =
        text.content()
            .lines()
            .anyMatch(
                line ->
                    line.startsWith("-A FLANNEL-FWD ")
                        || (line.startsWith("-A FORWARD -s " + network)
                            && line.endsWith("-j ACCEPT")));
    boolean masquerades =
        text.content()
            .lines()
            .anyMatch(
                line ->
                    line.startsWith("-A FLANNEL-POSTRTG ")
                        || (line.startsWith("-A POSTROUTING -s " + network)
                            && line.contains("-j MASQUERADE")));
    notes.add(new FlannelRules(text.node(), accepts, masquerades, text.origin()));
  }
}
