package io.kwhy.netfilter;

import io.kwhy.netfilter.Step.Sort;
import java.util.List;

/** A packet on its way through one base chain and the chains that it jumps to. */
final class ChainRun {
  private static final int DEEP = 64;

  /** States that differ in marks only; beyond these it is not worth telling them apart. */
  private static final int MANY = 128;

  /** Chains that are entered for one packet; each may be entered again by each that jumps to it. */
  private static final int FAR = 20_000;

  /** Rules that are held against one packet; a ruleset of a million is asked as a whole. */
  private static final int LONG = 3_000_000;

  /** Ways that have ended: each one more that may be is told apart by all those before it. */
  private static final int OFTEN = 1_000;

  private final Ruleset.Entry entry;
  private final HostNetwork host;
  private final Hook hook;
  private final Ended ended;
  private final Worlds passed;
  private final int endedBefore;
  private int entered;
  private int asked;

  ChainRun(Ruleset.Entry entry, HostNetwork host, Ended ended, Worlds passed) {
    this.entry = entry;
    this.host = host;
    this.hook = entry.base().hook();
    this.ended = ended;
    this.endedBefore = ended.size();
    this.passed = passed;
  }

  /** Worlds that the chain accepts go to those that passed; the others have ended. */
  void run(World world) {
    for (World left : walk(entry.chain(), world, 0).list()) {
      World decided = left.then(Step.policy(hook, entry.table(), entry.chain()));
      if (entry.base().drops()) {
        ended.add(Verdict.DROPPED, "", decided);
      } else {
        passed.add(left);
      }
    }
  }

  /** Worlds that come out at the end of the chain, or return. */
  private Worlds walk(Chain chain, World start, int depth) {
    Flow flow = new Flow(depth);
    flow.next.add(start);
    DestinationIndex index = entry.table().index(chain);
    for (int i = 0; i < chain.rules().size(); i++) {
      List<World> live = flow.next.list();
      if (live.size() == 1) {
        i = index.next(i, live.get(0).packet().header().destination());
      }
      if (live.isEmpty() || i == chain.rules().size()) {
        break;
      }
      Rule rule = chain.rules().get(i);
      asked += live.size();
      if (asked > LONG || ended.size() - endedBefore > OFTEN) {
        live.forEach(world -> open(rule, world));
        return flow.returned;
      }
      if (live.size() == 1 && passesBy(rule, live.get(0))) {
        continue;
      }
      if (live.size() > MANY) {
        live.forEach(world -> open(rule, world));
        return flow.returned;
      }
      flow.next = new Worlds();
      live.forEach(world -> apply(rule, world, flow));
    }
    flow.returned.addAll(flow.next);
    return flow.returned;
  }

  private boolean passesBy(Rule rule, World world) {
    List<Statement> statements = rule.statements();
    return !statements.isEmpty()
        && statements.get(0) instanceof Match first
        && first.test(world.packet(), host) == Truth.NO;
  }

  /** Where worlds go from a rule, in the chain at hand. */
  private static final class Flow {
    private final int depth;
    private final Worlds returned = new Worlds();
    private Worlds next = new Worlds();

    Flow(int depth) {
      this.depth = depth;
    }
  }

  private void apply(Rule rule, World start, Flow flow) {
    World world = start;
    for (Statement statement : rule.statements()) {
      if (statement instanceof Match match) {
        Truth truth = match.test(world.packet(), host);
        if (truth != Truth.YES) {
          Step missed = match.byChance() ? chosen(rule, 1) : step(Sort.UNLESS_MATCHED, rule);
          flow.next.add(truth == Truth.NO ? world : world.then(missed));
        }
        if (truth == Truth.NO) {
          return;
        }
        if (truth == Truth.UNKNOWN) {
          Sort chance = match.byChance() ? Sort.CHANCE : Sort.IF_MATCHED;
          world = world.then(step(chance, rule));
        }
      } else if (statement instanceof Action.Change change) {
        world = world.with(change.apply(world.packet())).then(step(rule));
      } else if (!(statement instanceof Action.Nothing)) {
        act((Action) statement, rule, world, flow);
        return;
      }
    }
    flow.next.add(world);
  }

  private Step step(Rule rule) {
    return step(Sort.RULE, rule);
  }

  private Step step(Sort sort, Rule rule) {
    return Step.of(sort, hook, entry.table(), rule);
  }

  private void open(Rule rule, World world) {
    ended.add(Verdict.UNDETERMINED, "", world.then(step(rule)));
  }

  private void act(Action action, Rule rule, World world, Flow flow) {
    World decided = world.then(step(rule));
    if (action instanceof Action.Accept) {
      passed.add(decided);
    } else if (action instanceof Action.Drop) {
      ended.add(Verdict.DROPPED, "", decided);
    } else if (action instanceof Action.Reject reject) {
      ended.add(Verdict.REJECTED, reject.with(), decided);
    } else if (action instanceof Action.Return) {
      flow.returned.add(decided);
    } else if (action instanceof Action.Jump jump) {
      jump(jump.chain(), rule, world, flow.depth, flow.next);
    } else if (action instanceof Action.Goto go) {
      jump(go.chain(), rule, world, flow.depth, flow.returned);
    } else if (action instanceof Action.Translate translate) {
      translate(translate, rule, world);
    } else if (action instanceof Action.Choose choose) {
      choose(choose, rule, world, flow);
    } else if (action instanceof Action.Continue || action instanceof Action.Nothing) {
      flow.next.add(world);
    } else {
      open(rule, world);
    }
  }

  private void jump(String to, Rule rule, World world, int depth, Worlds into) {
    Chain chain = entry.table().chain(to);
    entered++;
    if (chain == null || depth > DEEP || entered > FAR) {
      open(rule, world);
      return;
    }
    int before = ended.size() + passed.list().size();
    List<World> back = walk(chain, world.then(step(rule)), depth + 1).list();
    boolean noEffect =
        back.size() == 1
            && ended.size() + passed.list().size() == before
            && back.get(0).packet().equals(world.packet());
    if (noEffect) {
      into.add(world);
    } else {
      back.forEach(into::add);
    }
  }

  private void translate(Action.Translate translate, Rule rule, World world) {
    List<Packet> packets =
        entry.base().kind() == Base.Kind.NAT ? translate.apply(world.packet(), host) : List.of();
    if (packets.isEmpty()) {
      open(rule, world);
    }
    for (int i = 0; i < packets.size(); i++) {
      World chosen = packets.size() == 1 ? world : world.then(chosen(rule, i));
      passed.add(chosen.with(packets.get(i)).then(step(rule)));
    }
  }

  private void choose(Action.Choose choose, Rule rule, World world, Flow flow) {
    List<Action> choices = choose.choices(world.packet(), host);
    if (choices.isEmpty()) {
      flow.next.add(world);
    }
    for (int i = 0; i < choices.size(); i++) {
      World chosen = choices.size() == 1 ? world : world.then(chosen(rule, choose.byChance(), i));
      act(choices.get(i), rule, chosen, flow);
    }
  }

  private Step chosen(Rule rule, int choice) {
    return chosen(rule, true, choice);
  }

  /** Steps of different choices differ, so that it is seen where ways part. */
  private Step chosen(Rule rule, boolean byChance, int choice) {
    Step step = step(byChance ? Sort.CHANCE : Sort.IF_MATCHED, rule);
    return step.choice(choice);
  }
}
