package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;

/**
 * A Job with which the system-upgrade-controller applies a Plan to a node. The controller lifts the
 * node's cordon only once the Job has succeeded.
 *
 * @param cordons whether it cordons or drains the node first
 * @param over whether it has ended, well or not
 * @param gaveUp whether it has ended without success
 * @see <a
 *     href="https://github.com/rancher/system-upgrade-controller/blob/master/pkg/upgrade/job/job.go">job.go</a>
 */
public record NodeUpgradeJob(
    String namespace,
    String name,
    String node,
    String plan,
    boolean cordons,
    boolean over,
    boolean gaveUp,
    Instant created,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "job "
        + namespace
        + "/"
        + name
        + " of plan "
        + plan
        + (cordons ? " cordons node " : " is for node ")
        + node
        + (gaveUp ? ", and has failed" : "");
  }

  @Override
  public Instant since() {
    return created;
  }
}
