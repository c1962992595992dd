package io.kwhy.parse.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.Source;
import io.kwhy.fact.Origin;
import io.kwhy.fact.cluster.Event;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class EventReaderTest {
  private static Event event(String json) {
    Told told = Told.of(Source.EVENTS, json);
    assertThat(told.gaps).isEmpty();
    return told.all(Event.class).get(0);
  }

  @Test
  void an_event_of_the_core_api_is_read() {
    String json =
        """
        {"kind": "Event", "count": 7, "eventTime": null,
         "firstTimestamp": "2026-11-23T05:50:04Z", "lastTimestamp": "2026-11-23T05:52:04Z",
         "involvedObject": {"kind": "Pod", "namespace": "shop", "name": "web-1"},
         "message": "Back-off restarting failed container",
         "metadata": {"name": "web-1.18ea", "namespace": "shop"},
         "reason": "BackOff", "type": "Warning",
         "reportingComponent": "", "source": {"component": "kubelet", "host": "w1"}}
        """;

    assertThat(event(json))
        .isEqualTo(
            new Event(
                "shop",
                "Pod",
                "web-1",
                "Warning",
                "BackOff",
                "Back-off restarting failed container",
                "kubelet",
                "w1",
                Instant.parse("2026-11-23T05:50:04Z"),
                Instant.parse("2026-11-23T05:52:04Z"),
                7,
                new Origin(Told.PATH, 4)));
  }

  @Test
  void an_event_of_events_k8s_io_is_read() {
    String json =
        """
        {"kind": "Event", "deprecatedCount": 7,
         "deprecatedFirstTimestamp": "2026-11-23T05:50:04Z",
         "deprecatedLastTimestamp": "2026-11-23T05:52:04Z",
         "deprecatedSource": {"component": "kubelet", "host": "w1"},
         "metadata": {"name": "web-1.18ea", "namespace": "shop"},
         "note": "Back-off restarting failed container",
         "reason": "BackOff", "type": "Warning", "reportingController": "kubelet",
         "regarding": {"kind": "Pod", "namespace": "shop", "name": "web-1"}}
        """;

    assertThat(event(json))
        .isEqualTo(
            new Event(
                "shop",
                "Pod",
                "web-1",
                "Warning",
                "BackOff",
                "Back-off restarting failed container",
                "kubelet",
                "w1",
                Instant.parse("2026-11-23T05:50:04Z"),
                Instant.parse("2026-11-23T05:52:04Z"),
                7,
                new Origin(Told.PATH, 6)));
  }

  @Test
  void a_series_tells_how_often_and_until_when() {
    Event event =
        event(
            """
            {"metadata": {"name": "e"}, "eventTime": "2026-11-23T06:12:15.380686Z",
             "firstTimestamp": null, "lastTimestamp": null,
             "series": {"count": 12, "lastObservedTime": "2026-11-23T06:22:15.000001Z"}}
            """);

    assertThat(event.count()).isEqualTo(12);
    assertThat(event.first()).isEqualTo(Instant.parse("2026-11-23T06:12:15.380686Z"));
    assertThat(event.last()).isEqualTo(Instant.parse("2026-11-23T06:22:15.000001Z"));
  }

  @Test
  void an_event_with_only_a_micro_time_happened_once_then() {
    Event event =
        event(
            """
            {"metadata": {"name": "e"}, "eventTime": "2026-11-23T06:12:15.380686Z",
             "reportingComponent": "kube-proxy", "source": {}}
            """);

    assertThat(event.count()).isEqualTo(1);
    assertThat(event.last()).isEqualTo(Instant.parse("2026-11-23T06:12:15.380686Z"));
    assertThat(event.component()).isEqualTo("kube-proxy");
  }

  @Test
  void an_event_about_a_node_has_no_namespace() {
    Event event =
        event(
            """
            {"metadata": {"name": "e", "namespace": "default"},
             "involvedObject": {"kind": "Node", "name": "w1"}}
            """);

    assertThat(event.namespace()).isEmpty();
  }
}
