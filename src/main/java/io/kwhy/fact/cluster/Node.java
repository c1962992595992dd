package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;

/**
 * A Node object, as the API server has it.
 *
 * @param ready status of condition Ready: True, False, Unknown; {@code ""} where there is none
 * @param readySince when Ready last changed, UTC
 * @param heartbeat lastHeartbeatTime of Ready, UTC; the Lease is fresher
 * @param internalIp first address of type InternalIP
 */
public record Node(
    String name,
    String ready,
    String reason,
    String message,
    Instant readySince,
    Instant heartbeat,
    Instant created,
    boolean deleting,
    boolean unschedulable,
    boolean controlPlane,
    String kubeletVersion,
    String machineId,
    String systemUuid,
    String internalIp,
    String podCidr,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "Node "
        + name
        + " Ready="
        + (ready.isEmpty() ? "(no condition)" : ready)
        + (reason.isEmpty() ? "" : " (" + reason + ")")
        + (readySince.equals(UNKNOWN_TIME) ? "" : " since " + readySince);
  }

  @Override
  public Instant since() {
    return readySince;
  }
}
