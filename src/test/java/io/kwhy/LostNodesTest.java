package io.kwhy;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.reading.BundleReader;
import io.kwhy.diagnosis.Diagnoser;
import io.kwhy.diagnosis.Diagnosis;
import io.kwhy.fact.CaptureTime;
import io.kwhy.fact.Fact;
import io.kwhy.fact.cluster.Node;
import io.kwhy.fact.cluster.NodeTaint;
import io.kwhy.fact.node.ComponentArgument;
import io.kwhy.inference.Departures;
import io.kwhy.inference.NodeTimeline;
import io.kwhy.parse.FactReader;
import io.kwhy.rule.RuleBook;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * One stopped node, looked at later and later. Its k3s was stopped at 05:50:49; one of its pods
 * tolerates that for 30 s, another for 300 s, a third is a DaemonSet's.
 */
final class LostNodesTest {
  private static List<Fact> facts;
  private static Diagnoser diagnoser;

  @BeforeAll
  static void read() throws Exception {
    RuleBook rules = RuleBook.builtIn();
    diagnoser = new Diagnoser(rules);
    try (Bundle bundle = BundleReader.read(List.of(Path.of("facts-samples/k3s-stopped-on-node")))) {
      facts = new FactReader(rules.signals()).read(bundle);
    }
  }

  private static Diagnosis at(String time, UnaryOperator<List<Fact>> change) {
    List<Fact> moved = new ArrayList<>();
    for (Fact fact : facts) {
      moved.add(
          fact instanceof CaptureTime was
              ? new CaptureTime(was.product(), Instant.parse(time), was.origin())
              : fact);
    }
    return diagnoser.diagnose(change.apply(moved));
  }

  private static Diagnosis at(String time) {
    return at(time, UnaryOperator.identity());
  }

  private static String detail(Diagnosis diagnosis, String key) {
    assertThat(diagnosis.rootCauses())
        .extracting(cause -> cause.finding().cause())
        .containsExactly("k3s-stopped-on-node");
    return diagnosis.rootCauses().get(0).details().get(key);
  }

  @Test
  void after_a_minute_all_pods_are_still_to_leave() {
    Diagnosis diagnosis = at("2026-11-23T05:51:58Z");

    assertThat(detail(diagnosis, "timeline"))
        .isEqualTo(
            "The last heartbeat of w1 was at 05:50:41 UTC, 1 min 16 s before capture;"
                + " it was marked NotReady at 05:51:35 UTC, 53 s after it (grace period 50 s)");
    assertThat(detail(diagnosis, "pods"))
        .contains("to be deleted there: default/quick")
        .contains("at 05:52:05 UTC (tolerates it for 30 s)")
        .contains("at 05:56:35 UTC (tolerates it for 300 s)")
        .contains("staying: default/bb")
        .doesNotContain("overdue");
    assertThat(diagnosis.harmless())
        .extracting(note -> note.id())
        .contains("slow-reschedule-expected");
  }

  @Test
  void after_a_minute_and_a_half_the_impatient_pod_is_overdue() {
    Diagnosis diagnosis = at("2026-11-23T05:52:28Z");

    assertThat(detail(diagnosis, "pods"))
        .contains("overdue: default/quick")
        .contains("to be deleted there: default/web");
    assertThat(diagnosis.symptoms())
        .extracting(complaint -> complaint.symptom().id())
        .contains("pods-not-rescheduled");
    assertThat(diagnosis.unexplained()).isEmpty();
  }

  @Test
  void after_six_minutes_nothing_is_expected_any_more() {
    Diagnosis diagnosis = at("2026-11-23T05:57:10Z");

    assertThat(detail(diagnosis, "pods"))
        .contains("overdue: default/quick")
        .contains("default/web");
    assertThat(diagnosis.harmless())
        .extracting(note -> note.id())
        .doesNotContain("slow-reschedule-expected");
  }

  /** The controller has not noticed yet, or not been told to be that quick. */
  @Test
  void before_the_grace_period_is_over_the_rest_is_told_ahead() {
    Diagnosis diagnosis = at("2026-11-23T05:51:09Z", all -> stillReady(all));

    assertThat(detail(diagnosis, "timeline"))
        .endsWith(
            "27 s before capture; it is marked NotReady at 05:51:31 UTC,"
                + " when its grace period of 50 s is over");
    assertThat(detail(diagnosis, "pods")).contains("at 05:52:01 UTC (tolerates it for 30 s)");
  }

  @Test
  void a_grace_period_that_was_set_counts() {
    Diagnosis diagnosis =
        at(
            "2026-11-23T05:51:09Z",
            all -> {
              List<Fact> changed = stillReady(all);
              changed.add(
                  new ComponentArgument(
                      "s1",
                      "kube-controller-manager",
                      "controller-manager",
                      "kube-controller-manager-arg",
                      "node-monitor-grace-period",
                      "1m40s",
                      0,
                      "",
                      facts.get(0).origin()));
              return changed;
            });

    assertThat(detail(diagnosis, "timeline")).contains("NotReady at 05:52:21 UTC");
  }

  private static List<Fact> stillReady(List<Fact> all) {
    List<Fact> changed = new ArrayList<>();
    for (Fact fact : all) {
      if (fact instanceof Node node && node.name().equals("w1")) {
        changed.add(ready(node));
      } else if (!(fact instanceof NodeTaint)) {
        changed.add(fact);
      }
    }
    return changed;
  }

  private static Node ready(Node node) {
    return new Node(
        node.name(),
        "True",
        "KubeletReady",
        "",
        node.created(),
        node.heartbeat(),
        node.created(),
        false,
        false,
        node.controlPlane(),
        node.kubeletVersion(),
        node.machineId(),
        node.systemUuid(),
        node.internalIp(),
        node.podCidr(),
        node.origin());
  }

  @Test
  void what_nobody_waits_for_is_not_told() {
    NodeTimeline none =
        new NodeTimeline(
            "w1",
            Instant.EPOCH,
            io.kwhy.inference.GracePeriod.byVersion("v1.17.3+k3s1"),
            Instant.EPOCH,
            true,
            Instant.EPOCH,
            Instant.EPOCH,
            facts.get(0).origin());

    assertThat(Departures.of(none, List.of()).said()).isEqualTo("none is known");
  }
}
