package io.kwhy.collect.node;

import io.kwhy.bundle.draft.Draft;
import io.kwhy.collect.task.Tasks;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Looks at hosts, a few at a time: the same script each time, whatever starts it. */
public final class NodeCollector {
  private static final int AT_A_TIME = 8;

  private final NodeRun run;
  private final Function<NodeTarget, String> script;
  private final Draft draft;
  private final UnaryOperator<String> hashes;
  private final Clock clock;

  /**
   * @param script the text for a host
   * @param hashes what the cluster's Secrets remember for a name; {@code ""} where there is nothing
   */
  public NodeCollector(
      NodeRun run,
      Function<NodeTarget, String> script,
      Draft draft,
      UnaryOperator<String> hashes,
      Clock clock) {
    this.clock = clock;
    this.hashes = hashes;
    this.run = run;
    this.script = script;
    this.draft = draft;
  }

  /** Looks at all of them; a host that refuses is a gap. */
  public void collect(List<NodeTarget> targets) throws IOException {
    List<Tasks.Task> looks = new ArrayList<>();
    targets.forEach(target -> looks.add(() -> look(target)));
    Tasks.run("kwhy-node", AT_A_TIME, looks);
  }

  private void look(NodeTarget target) throws IOException {
    draft.host(target.name(), target.role(), target.hostname(), target.addresses(), false);
    NodeIntake intake = new NodeIntake(target, draft, hashes, clock);
    String reason = run.run(target, script.apply(target), intake::read);
    if (!intake.gotAnything() && !reason.isEmpty()) {
      draft.gap("nodes/" + target.name(), reason);
    } else if (!intake.gotAnything() && !intake.brokeOff()) {
      draft.gap("nodes/" + target.name(), "the host gave nothing");
    }
  }
}
