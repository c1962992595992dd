package io.kwhy.reach;

import io.kwhy.fact.Origin;
import io.kwhy.fact.network.FlowVerdict;
import io.kwhy.fact.network.Remedy;
import io.kwhy.netfilter.Action;
import io.kwhy.netfilter.Base;
import io.kwhy.netfilter.Changes;
import io.kwhy.netfilter.Connection.State;
import io.kwhy.netfilter.Family;
import io.kwhy.netfilter.Firewall;
import io.kwhy.netfilter.Header;
import io.kwhy.netfilter.Hook;
import io.kwhy.netfilter.IpAddress;
import io.kwhy.netfilter.Outcome;
import io.kwhy.netfilter.Rule;
import io.kwhy.netfilter.Ruleset;
import io.kwhy.netfilter.Statement;
import io.kwhy.netfilter.Step;
import io.kwhy.netfilter.Verdict;
import io.kwhy.netfilter.Way;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Asks the rules of one host about flows. */
final class Judge {
  private final String node;
  private final Ruleset rules;
  private final Firewall firewall;
  private final String pods;
  private final Set<String> own;

  /** Of a host, with the range of all pods and the host's own addresses. */
  Judge(String node, Ruleset rules, Firewall firewall, String pods, Set<String> own) {
    this.node = node;
    this.rules = rules;
    this.firewall = firewall;
    this.pods = pods;
    this.own = Set.copyOf(own);
  }

  FlowVerdict received(Flow flow) {
    return verdict(flow, firewall.receive(flow.packet()));
  }

  FlowVerdict sent(Flow flow) {
    return verdict(flow, firewall.send(flow.packet()));
  }

  /**
   * Whether a packet keeps its destination, and no rule ends it. One that is sent meets no rule at
   * all where there is no way on.
   *
   * @param sent by the host itself; else it arrives
   */
  boolean leavesAlone(Flow flow, boolean sent) {
    Outcome outcome = sent ? firewall.send(flow.packet()) : firewall.receive(flow.packet());
    Header asked = flow.packet().header();
    return (outcome.verdict() == Verdict.ACCEPTED
            || (!sent && outcome.deciding().sort() == Step.Sort.ROUTE))
        && outcome.ways().stream().allMatch(way -> isSame(way.packet().header(), asked));
  }

  /**
   * Whether a packet gets another destination, in some way that it may take.
   *
   * @param sent by the host itself; else it arrives
   */
  boolean leads(Flow flow, boolean sent) {
    Outcome outcome = sent ? firewall.send(flow.packet()) : firewall.receive(flow.packet());
    Header asked = flow.packet().header();
    return outcome.ways().stream().anyMatch(way -> !isSame(way.packet().header(), asked));
  }

  /**
   * That a rule exempts a packet from connection tracking, so that none of nat's sees it.
   *
   * @param sent by the host itself; else it arrives
   */
  Optional<FlowVerdict> untracked(Flow flow, boolean sent) {
    Outcome outcome = sent ? firewall.send(flow.packet()) : firewall.receive(flow.packet());
    return outcome.first().trail().stream()
        .filter(step -> step.sort() == Step.Sort.RULE)
        .filter(step -> step.rule().filter(Judge::untracks).isPresent())
        .findFirst()
        .map(step -> said(flow, step, "untracked"));
  }

  private static boolean untracks(Rule rule) {
    return rule.statements().stream().anyMatch(Changes.Untrack.class::isInstance);
  }

  /** The rule by which a packet at that point of its way comes to a chain of rules. */
  Optional<Rule> jump(Flow flow, Hook hook, String chain) {
    boolean v6 = flow.packet().header().destination().v6();
    return rules.tables().stream()
        .filter(table -> table.family() != (v6 ? Family.IP : Family.IP6))
        .flatMap(table -> table.chains().stream())
        .filter(each -> each.base().filter(base -> base.hook() == hook).isPresent())
        .filter(each -> each.base().filter(base -> base.kind() == Base.Kind.NAT).isPresent())
        .flatMap(each -> each.rules().stream())
        .filter(rule -> rule.statements().contains(new Action.Jump(chain)))
        .findFirst();
  }

  /** Whether a packet that arrives is taken for the host's own, by all that its rules say. */
  boolean keeps(Flow flow) {
    Header asked = flow.packet().header();
    return firewall.receive(flow.packet()).ways().stream()
        .allMatch(
            way ->
                way.deciding().hook() == Hook.INPUT
                    && isSame(way.packet().header(), asked)
                    && way.packet().header().destinationPort() == asked.destinationPort());
  }

  /** What a packet that arrives is when it leaves, in each way that it passes. */
  List<Header> ends(Flow flow) {
    return firewall.receive(flow.packet()).ways().stream()
        .filter(way -> way.verdict() == Verdict.ACCEPTED)
        .map(way -> way.packet().header())
        .distinct()
        .toList();
  }

  /**
   * The rule that gives a packet that arrives another destination; in the first way it may take.
   */
  Optional<Step> forwarding(Flow flow) {
    return firewall.receive(flow.packet()).first().trail().stream()
        .filter(Judge::givesDestination)
        .reduce((a, b) -> b);
  }

  private FlowVerdict verdict(Flow flow, Outcome outcome) {
    Optional<Step> diverts = diverting(flow, outcome);
    Optional<Step> perhaps = perhaps(outcome);
    Optional<Step> disguises = disguising(flow, outcome);
    Step step = diverts.or(() -> perhaps).or(() -> disguises).orElseGet(outcome::deciding);
    String verdict =
        diverts.isPresent()
            ? "diverted"
            : perhaps.isPresent()
                ? "possibly dropped"
                : disguises.isPresent() ? "disguised" : word(flow, outcome);
    return said(flow, step, verdict);
  }

  private FlowVerdict said(Flow flow, Step step, String verdict) {
    boolean passes = verdict.equals("accepted") || verdict.equals("masqueraded");
    String writer = Writer.of(step, rules);
    return new FlowVerdict(
        flow.name(),
        flow.service(),
        flow.from(),
        flow.to(),
        flow.packet().connection().state() == State.ESTABLISHED,
        node,
        verdict,
        step.hook().name(),
        step.table(),
        step.chain(),
        passes ? "" : step.text(),
        step.sort() == Step.Sort.POLICY,
        writer,
        passes ? Remedy.NONE : Remedies.of(flow, step, writer, pods),
        new Origin(step.source().isEmpty() ? "nodes/" + node : step.source(), step.line()));
  }

  /** The rule that gives the packet another destination, whatever else it meets. */
  private static Optional<Step> diverting(Flow flow, Outcome outcome) {
    return !flow.ends().isEmpty()
            && outcome.verdict() == Verdict.ACCEPTED
            && outcome.ways().stream().noneMatch(way -> arrives(flow, way))
        ? outcome.first().trail().stream().filter(Judge::givesDestination).reduce((a, b) -> b)
        : Optional.empty();
  }

  /** The rule that gives the packet a source that is no address of the host. */
  private Optional<Step> disguising(Flow flow, Outcome outcome) {
    return !own.isEmpty()
            && outcome.verdict() == Verdict.ACCEPTED
            && outcome.ways().stream().allMatch(way -> translated(flow, way) && isForeign(way))
        ? outcome.first().trail().stream()
            .filter(step -> step.sort() == Step.Sort.RULE && step.hook() == Hook.POSTROUTING)
            .reduce((a, b) -> b)
        : Optional.empty();
  }

  private boolean isForeign(Way way) {
    IpAddress source = way.packet().header().source();
    return way.end() == Way.End.SENT_ON && !source.isUnspecified() && !own.contains(source + "");
  }

  private static boolean arrives(Flow flow, Way way) {
    Header header = way.packet().header();
    Header asked = flow.packet().header();
    return flow.ends().contains(header.destination().toString())
        && (header.destinationPort() == asked.destinationPort() || !isSame(header, asked));
  }

  private static boolean translates(Statement statement) {
    return statement instanceof Action.Translate || statement instanceof Action.Choose;
  }

  private static boolean isSame(Header header, Header asked) {
    return header.destination().equals(asked.destination());
  }

  private static boolean givesDestination(Step step) {
    return step.sort() == Step.Sort.RULE
        && (step.hook() == Hook.PREROUTING || step.hook() == Hook.OUTPUT)
        && step.rule()
            .filter(rule -> rule.statements().stream().anyMatch(Judge::translates))
            .isPresent();
  }

  /** Where a packet ends in one of the ways that evidence or chance leave open. */
  private static Optional<Step> perhaps(Outcome outcome) {
    return outcome.verdict() == Verdict.UNDETERMINED
        ? outcome.ways().stream()
            .filter(way -> way.verdict() == Verdict.DROPPED || way.verdict() == Verdict.REJECTED)
            .map(Way::deciding)
            .filter(step -> step.sort() != Step.Sort.ROUTE)
            .findFirst()
        : Optional.empty();
  }

  private static String word(Flow flow, Outcome outcome) {
    // That there is no way on is not the firewall's doing.
    if (outcome.deciding().sort() == Step.Sort.ROUTE && outcome.verdict() != Verdict.ACCEPTED) {
      return "no-route";
    }
    return outcome.verdict() == Verdict.ACCEPTED
            && outcome.ways().stream().allMatch(way -> translated(flow, way))
        ? "masqueraded"
        : outcome.verdict().name().toLowerCase(Locale.ROOT);
  }

  private static boolean translated(Flow flow, Way way) {
    return !way.packet().header().source().equals(flow.packet().header().source());
  }
}
