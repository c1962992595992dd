package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;
import java.util.SortedMap;

/**
 * A Pod object, without its containers.
 *
 * <p>A cluster has up to 150,000 of these, so what its spec and conditions say is told only of pods
 * that may have something the matter: see {@code detailed}. Where a rule needs something of all
 * pods, it is a plain component here.
 *
 * @param topKind in lower case, as in a subject, what made it in the end: the Deployment of its
 *     ReplicaSet, the CronJob of its Job; itself where nobody did
 * @param topName name of that
 * @param labels shared between pods of equal labels
 * @param cpuMillis milli-CPUs that it reserves on its node
 * @param memoryBytes memory that it reserves on its node
 * @param unreachableSeconds for how long it stays on a node that does not answer: -1 for ever
 * @param detailed whether facts of its containers, conditions, volumes and placement are among the
 *     facts: it is not up and ready, is being deleted, had a container end within {@value
 *     #RECENT_MINUTES} minutes, or belongs to none of the usual controllers
 */
public record Pod(
    String namespace,
    String name,
    String node,
    String phase,
    boolean ready,
    String reason,
    String message,
    boolean hostNetwork,
    String podIp,
    String ownerKind,
    String ownerName,
    String topKind,
    String topName,
    String dnsPolicy,
    SortedMap<String, String> labels,
    long cpuMillis,
    long memoryBytes,
    int unreachableSeconds,
    boolean detailed,
    Instant created,
    boolean deleting,
    Origin origin)
    implements Fact {
  /** An end of a container that lies further back is history. */
  public static final int RECENT_MINUTES = 30;

  /** Whether it has ended, well or not, and takes nothing of its node. */
  public boolean over() {
    return phase.equals("Succeeded") || phase.equals("Failed");
  }

  @Override
  public String text() {
    return "Pod "
        + namespace
        + "/"
        + name
        + " "
        + phase
        + (reason.isEmpty() ? "" : " (" + reason + ")")
        + (node.isEmpty() ? "" : " on " + node);
  }

  @Override
  public Instant since() {
    return created;
  }
}
