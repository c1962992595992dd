package io.kwhy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.reading.BundleReader;
import io.kwhy.fact.CaptureTime;
import io.kwhy.fact.Fact;
import io.kwhy.fact.cluster.Event;
import io.kwhy.fact.cluster.Lease;
import io.kwhy.fact.cluster.Node;
import io.kwhy.fact.cluster.NodeTaint;
import io.kwhy.fact.cluster.Pod;
import io.kwhy.fact.cluster.ServerVersion;
import io.kwhy.inference.GracePeriod;
import io.kwhy.inference.NodeTimeline;
import io.kwhy.inference.PodDeparture;
import io.kwhy.parse.FactReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is computed for a lost node, against what clusters really did with it. */
class LostNodeTimelineTest {
  /** The controller looks at its nodes that often. */
  private static final long ROUND_SECONDS = 5;

  private static List<Fact> facts(String capture) throws Exception {
    Path path = Captures.dir().resolve(capture + ".tar.gz");
    assumeTrue(Files.exists(path), "no capture " + path);
    try (Bundle bundle = BundleReader.read(List.of(path))) {
      return new FactReader(List.of()).read(bundle);
    }
  }

  private static <T extends Fact> T only(List<Fact> facts, Class<T> type, Predicate<T> wanted) {
    return facts.stream()
        .filter(type::isInstance)
        .map(type::cast)
        .filter(wanted)
        .findFirst()
        .orElseThrow();
  }

  private static NodeTimeline timeline(List<Fact> facts, Node node, Instant tainted) {
    return NodeTimeline.of(
        node,
        only(facts, Lease.class, lease -> lease.name().equals(node.name())),
        GracePeriod.byVersion(only(facts, ServerVersion.class, any -> true).version()),
        tainted,
        only(facts, CaptureTime.class, any -> true).time());
  }

  /** The node as it was while nobody had noticed. */
  private static Node before(Node lost) {
    return new Node(
        lost.name(),
        "True",
        "KubeletReady",
        "",
        lost.created(),
        lost.heartbeat(),
        lost.created(),
        false,
        false,
        lost.controlPlane(),
        lost.kubeletVersion(),
        lost.machineId(),
        lost.systemUuid(),
        lost.internalIp(),
        lost.podCidr(),
        lost.origin());
  }

  /** From the lease alone, as if nobody had marked the node yet. */
  @ParameterizedTest
  @CsvSource({"v117-node-down-90s, w2", "v136-node-stopped-w1-60s, w1", "v136-host-off-w2-6m, w2"})
  void it_is_not_ready_when_the_computation_says_so(String capture, String name) throws Exception {
    List<Fact> facts = facts(capture);
    Node lost = only(facts, Node.class, node -> node.name().equals(name));

    NodeTimeline computed = timeline(facts, before(lost), Fact.UNKNOWN_TIME);

    assertThat(computed.notReady())
        .isCloseTo(lost.readySince(), within(ROUND_SECONDS, ChronoUnit.SECONDS));
  }

  /** Pods with 30 and with 300 seconds, which the cluster marked for deletion meanwhile. */
  @Test
  void its_pods_are_deleted_when_the_computation_says_so() throws Exception {
    List<Fact> facts = facts("v136-host-off-w2-6m");
    Node lost = only(facts, Node.class, node -> node.name().equals("w2"));
    NodeTaint taint =
        only(
            facts,
            NodeTaint.class,
            each -> each.node().equals("w2") && each.effect().equals("NoExecute"));
    NodeTimeline timeline = timeline(facts, lost, taint.added());
    List<Event> evictions =
        facts.stream()
            .filter(Event.class::isInstance)
            .map(Event.class::cast)
            .filter(event -> event.reason().equals("TaintManagerEviction"))
            .filter(event -> event.message().startsWith("Marking for deletion"))
            .toList();

    assertThat(evictions).hasSize(2);
    for (Event eviction : evictions) {
      Pod pod = only(facts, Pod.class, each -> each.name().equals(eviction.name()));
      PodDeparture departure = PodDeparture.of(pod, timeline);
      assertThat(departure.due())
          .as(pod.name())
          .isCloseTo(eviction.last(), within(ROUND_SECONDS, ChronoUnit.SECONDS));
      assertThat(departure.stage()).isEqualTo(PodDeparture.Stage.LEFT);
    }
  }
}
