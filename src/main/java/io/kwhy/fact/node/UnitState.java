package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * State of a service unit, from {@code systemctl show}.
 *
 * @param unitName without {@code .service}
 * @param active ActiveState: active, activating, inactive, failed …
 */
public record UnitState(
    String node,
    String unitName,
    String active,
    String sub,
    int restarts,
    long mainPid,
    String exitStatus,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return unitName
        + " "
        + active
        + (sub.isEmpty() ? "" : " (" + sub + ")")
        + (restarts > 0 ? ", " + restarts + " restarts" : "");
  }
}
