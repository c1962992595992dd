package io.kwhy.fact.workload;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;

/**
 * What a Service's selector picks.
 *
 * @param pods pods of its namespace that it picks and that are not over
 * @param ready those that are ready
 * @param oldest when the oldest of the pods that it picks was made; unknown where it picks none
 * @param controllerKind kind of a controller whose pods it picks, in lower case, or {@code pod}
 *     where they have none; {@code ""} where it picks nobody's
 * @param controllerName name of that controller
 * @param desired how many pods the controllers want that it picks
 * @param near labels of the pods that come closest where it picks none; {@code ""} where none do
 * @param nearKind kind of the controller, or pod, that has them
 * @param nearName name of it
 * @param unserved labels of pods that no Service picks, that are named as this Service is and have
 *     all the keys of its selector; {@code ""} without such, or where they are those of several
 *     controllers
 * @param unservedKind kind of their controller
 * @param unservedName name of it
 * @param unservedPod name of one of the pods
 */
public record ServiceMatch(
    String namespace,
    String service,
    int pods,
    int ready,
    Instant oldest,
    String controllerKind,
    String controllerName,
    int desired,
    String near,
    String nearKind,
    String nearName,
    String unserved,
    String unservedKind,
    String unservedName,
    String unservedPod,
    Origin origin)
    implements Fact {
  /** A sentence on who comes closest; {@code ""} where nobody does. */
  public String hint() {
    return near.isEmpty()
        ? ""
        : "The pods of " + nearKind + " " + nearName + " come closest, they have " + near + ".";
  }

  /** A sentence on the pods that nobody else serves; {@code ""} without such. */
  public String unservedHint() {
    return unserved.isEmpty()
        ? ""
        : "The pods of "
            + unservedKind
            + " "
            + unservedName
            + " are named like it and have no Service, they have "
            + unserved
            + ".";
  }

  /** The labels to select instead, as kubectl takes them; {@code KEY=VALUE} where none is close. */
  public String wanted() {
    return near.isEmpty() ? "KEY=VALUE" : near;
  }

  /** Whether it stands before controllers that want no pods, and was so put to rest. */
  public boolean resting() {
    return pods == 0 && !controllerKind.isEmpty() && desired == 0;
  }

  @Override
  public String text() {
    return "the selector of Service "
        + namespace
        + "/"
        + service
        + " picks "
        + (pods == 0 ? "no pod" : pods + " pods, " + ready + " ready")
        + (near.isEmpty() ? "" : "; " + nearKind + " " + nearName + " has " + near);
  }
}
