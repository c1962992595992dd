package io.kwhy.parse.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kwhy.bundle.Source;
import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import io.kwhy.fact.cluster.ContainerStatus;
import io.kwhy.fact.cluster.Pod;
import java.time.Instant;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class PodReaderTest {
  private static final String WEB =
      """
      {
        "metadata": {
          "name": "web-1",
          "namespace": "shop",
          "creationTimestamp": "2026-11-23T05:50:04Z",
          "ownerReferences": [
            {"kind": "Trace", "name": "t"},
            {"controller": true, "kind": "ReplicaSet", "name": "web"}
          ]
        },
        "spec": {"nodeName": "w1", "hostNetwork": true, "dnsPolicy": "ClusterFirst"},
        "status": {
          "phase": "Running",
          "podIP": "10.42.1.7",
          "conditions": [
            {"type": "ContainersReady", "status": "True"},
            {"type": "Ready", "status": "False"}
          ],
          "initContainerStatuses": [
            {"name": "setup", "ready": true, "state": {"terminated": {"exitCode": 0, "reason": "Completed"}}}
          ],
          "containerStatuses": [
            {
              "image": "registry.example/web:1",
              "lastState": {
                "terminated": {"exitCode": 137, "reason": "OOMKilled"}
              },
              "name": "web",
              "ready": false,
              "restartCount": 4,
              "state": {
                "waiting": {
                  "message": "back-off 40s",
                  "reason": "CrashLoopBackOff"
                }
              }
            }
          ],
          "ephemeralContainerStatuses": [
            {"name": "debugger", "state": {"running": {"startedAt": "2026-11-23T05:50:04Z"}}}
          ]
        }
      }
      """;

  private static Origin line(int line) {
    return new Origin(Told.PATH, line);
  }

  @Test
  void a_pod_is_read_at_the_line_of_its_phase() {
    assertThat(Told.of(Source.PODS, WEB).all(Pod.class))
        .containsExactly(
            new Pod(
                "shop",
                "web-1",
                "w1",
                "Running",
                false,
                "",
                "",
                true,
                "10.42.1.7",
                "ReplicaSet",
                "web",
                "replicaset",
                "web",
                "ClusterFirst",
                new TreeMap<>(),
                0,
                0,
                0,
                true,
                Instant.parse("2026-11-23T05:50:04Z"),
                false,
                line(13)));
  }

  @Test
  void a_crashing_container_tells_its_state_and_how_it_ended_before() {
    assertThat(Told.of(Source.PODS, WEB).all(ContainerStatus.class))
        .contains(
            new ContainerStatus(
                "shop",
                "web-1",
                "w1",
                "web",
                false,
                "waiting",
                "CrashLoopBackOff",
                "back-off 40s",
                0,
                4,
                false,
                "OOMKilled",
                137,
                "",
                Fact.UNKNOWN_TIME,
                Fact.UNKNOWN_TIME,
                Fact.UNKNOWN_TIME,
                "registry.example/web:1",
                line(32)));
  }

  @Test
  void init_and_ephemeral_containers_count_and_only_the_former_are_init() {
    assertThat(Told.of(Source.PODS, WEB).all(ContainerStatus.class))
        .extracting(ContainerStatus::container, ContainerStatus::init, ContainerStatus::state)
        .containsExactly(
            tuple("setup", true, "terminated"),
            tuple("web", false, "waiting"),
            tuple("debugger", false, "running"));
  }

  @Test
  void an_evicted_pod_has_the_reason_of_its_status() {
    String json =
        "{'metadata':{'name':'a'},'status':{'phase':'Failed','reason':'Evicted','message':'The node was low on resource'}}";

    Pod pod = Told.of(Source.PODS, json.replace('\'', '"')).all(Pod.class).get(0);

    assertThat(pod.reason()).isEqualTo("Evicted");
    assertThat(pod.message()).isEqualTo("The node was low on resource");
  }

  @Test
  void a_ready_pod_is_ready() {
    String json =
        "{'metadata':{'name':'a'},'status':{'conditions':[{'status':'True','type':'Ready'}]}}";

    assertThat(Told.of(Source.PODS, json.replace('\'', '"')).all(Pod.class).get(0).ready())
        .isTrue();
  }

  @Test
  void pods_share_the_strings_that_repeat() {
    String json =
        "{'metadata':{'name':'a','namespace':'shop'},'spec':{'nodeName':'w1'}}"
            + "{'metadata':{'name':'b','namespace':'shop'},'spec':{'nodeName':'w1'}}";

    Told told = Told.of(Source.PODS, json.replace('\'', '"'));

    assertThat(told.all(Pod.class).get(1).node()).isSameAs(told.all(Pod.class).get(0).node());
  }

  @Test
  void a_pod_reserves_what_its_runtime_class_adds_and_what_is_said_for_it_as_a_whole() {
    String json =
        "{'metadata':{'name':'a'},'spec':{'overhead':{'memory':'64Ki','cpu':'250m'},"
            + "'resources':{'requests':{'cpu':'2'},'limits':{'memory':'1Mi'}},'containers':"
            + "[{'name':'c','resources':{'requests':{'cpu':'100m','memory':'64Ki'}}}]}}";

    Pod pod = Told.of(Source.PODS, json.replace('\'', '"')).all(Pod.class).get(0);

    assertThat(pod.cpuMillis()).isEqualTo(2250);
    assertThat(pod.memoryBytes()).isEqualTo(128 * 1024);
  }
}
