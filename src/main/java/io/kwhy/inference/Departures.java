package io.kwhy.inference;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import io.kwhy.fact.cluster.Pod;
import io.kwhy.inference.PodDeparture.Stage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The departures from one lost node.
 *
 * @param said which pods left, which leave and when, and which stay
 * @param waiting whether some are still to leave, in time
 * @param late whether some should have left, and did not
 */
public record Departures(String node, String said, boolean waiting, boolean late, Origin origin)
    implements Fact {
  private static final int NAMED = 5;

  /**
   * Puts them together.
   *
   * @param pods objects that are {@link Pod}, in any order
   */
  public static Departures of(NodeTimeline timeline, Collection<?> pods) {
    List<PodDeparture> sorted =
        pods.stream()
            .filter(Pod.class::isInstance)
            .map(pod -> PodDeparture.of((Pod) pod, timeline))
            .sorted(
                Comparator.comparing(PodDeparture::due)
                    .thenComparing(PodDeparture::namespace)
                    .thenComparing(PodDeparture::pod))
            .toList();
    List<String> parts = new ArrayList<>();
    add(parts, "deleted there: ", sorted, Stage.LEFT);
    add(parts, "overdue: ", sorted, Stage.OVERDUE);
    add(parts, "to be deleted there: ", sorted, Stage.AHEAD);
    add(parts, "staying: ", sorted, Stage.STAYS);
    return new Departures(
        timeline.node(),
        parts.isEmpty() ? "none is known" : String.join("; ", parts),
        sorted.stream().anyMatch(pod -> pod.stage() == Stage.AHEAD),
        sorted.stream().anyMatch(pod -> pod.stage() == Stage.OVERDUE),
        timeline.origin());
  }

  private static void add(List<String> parts, String lead, List<PodDeparture> sorted, Stage stage) {
    List<PodDeparture> chosen = sorted.stream().filter(pod -> pod.stage() == stage).toList();
    if (chosen.isEmpty()) {
      return;
    }
    List<String> named =
        new ArrayList<>(chosen.stream().limit(NAMED).map(Departures::inWords).toList());
    if (chosen.size() > NAMED) {
      named.add(chosen.size() - NAMED + " more");
    }
    parts.add(lead + String.join(", ", named));
  }

  private static String inWords(PodDeparture pod) {
    String name = pod.namespace() + "/" + pod.pod();
    if (pod.stage() == Stage.STAYS) {
      return name
          + (pod.ownerKind().equals("DaemonSet") ? " (DaemonSet)" : " (tolerates it for ever)");
    }
    return name + " at " + Clock24.of(pod.due()) + " (tolerates it for " + pod.seconds() + " s)";
  }

  @Override
  public String text() {
    return "Pods of " + node + ": " + said;
  }
}
