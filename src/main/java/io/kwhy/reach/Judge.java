package io.kwhy.reach;

import io.kwhy.fact.Origin;
import io.kwhy.fact.network.FlowVerdict;
import io.kwhy.netfilter.Firewall;
import io.kwhy.netfilter.Outcome;
import io.kwhy.netfilter.Ruleset;
import io.kwhy.netfilter.Step;
import io.kwhy.netfilter.Verdict;
import io.kwhy.netfilter.Way;
import java.util.Locale;

/** Asks the rules of one host about flows. */
final class Judge {
  private final String node;
  private final Ruleset rules;
  private final Firewall firewall;

  Judge(String node, Ruleset rules, Firewall firewall) {
    this.node = node;
    this.rules = rules;
    this.firewall = firewall;
  }

  FlowVerdict received(Flow flow) {
    return verdict(flow, firewall.receive(flow.packet()));
  }

  FlowVerdict sent(Flow flow) {
    return verdict(flow, firewall.send(flow.packet()));
  }

  private FlowVerdict verdict(Flow flow, Outcome outcome) {
    Step step = outcome.deciding();
    boolean routed = step.sort() == Step.Sort.ROUTE;
    // That there is no way on is not the firewall's doing.
    String verdict =
        routed && outcome.verdict() != Verdict.ACCEPTED ? "no-route" : word(flow, outcome);
    return new FlowVerdict(
        flow.name(),
        flow.service(),
        flow.from(),
        flow.to(),
        node,
        verdict,
        step.hook().name(),
        step.table(),
        step.chain(),
        verdict.equals("accepted") || verdict.equals("masqueraded") ? "" : step.text(),
        step.sort() == Step.Sort.POLICY,
        Writer.of(step, rules),
        Remedy.of(flow, step),
        new Origin(step.source().isEmpty() ? "nodes/" + node : step.source(), step.line()));
  }

  private static String word(Flow flow, Outcome outcome) {
    return outcome.verdict() == Verdict.ACCEPTED
            && outcome.ways().stream().allMatch(way -> translated(flow, way))
        ? "masqueraded"
        : outcome.verdict().name().toLowerCase(Locale.ROOT);
  }

  private static boolean translated(Flow flow, Way way) {
    return !way.packet().header().source().equals(flow.packet().header().source());
  }
}
