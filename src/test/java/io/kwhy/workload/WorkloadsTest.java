package io.kwhy.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.reading.BundleReader;
import io.kwhy.fact.Fact;
import io.kwhy.fact.workload.ImagePull;
import io.kwhy.fact.workload.NodeChoice;
import io.kwhy.fact.workload.PodAddressUse;
import io.kwhy.fact.workload.Rejection;
import io.kwhy.fact.workload.SandboxFailure;
import io.kwhy.fact.workload.ServiceMatch;
import io.kwhy.fact.workload.Shortage;
import io.kwhy.parse.FactReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the model makes of small clusters. */
class WorkloadsTest {

  private static <T extends Fact> List<T> follows(String sample, Class<T> type) throws Exception {
    try (Bundle bundle = BundleReader.read(List.of(Path.of("facts-samples", sample)))) {
      return Workloads.follows(new FactReader(List.of()).read(bundle)).stream()
          .filter(type::isInstance)
          .map(type::cast)
          .toList();
    }
  }

  @Test
  void nothing_follows_from_nothing() {
    assertThat(Workloads.follows(List.of())).isEmpty();
  }

  @Test
  void a_selector_with_a_letter_too_many_is_told_whom_it_nearly_picks() throws Exception {
    ServiceMatch match = follows("service-selector-matches-nothing", ServiceMatch.class).get(0);

    assertThat(match.pods()).isZero();
    assertThat(match.oldest()).isEqualTo(Fact.UNKNOWN_TIME);
    assertThat(match.near()).isEqualTo("app=shop");
    assertThat(match.nearKind()).isEqualTo("deployment");
    assertThat(match.nearName()).isEqualTo("shop");
  }

  @Test
  void a_selector_that_picks_pods_tells_how_many_are_ready_and_since_when_they_are_there()
      throws Exception {
    ServiceMatch match =
        follows("service-selector-matches-nothing~pods-not-ready", ServiceMatch.class).get(0);

    assertThat(match.pods()).isPositive();
    assertThat(match.ready()).isZero();
    assertThat(match.oldest()).isAfter(Instant.EPOCH);
    assertThat(match.controllerName()).isEqualTo("shop");
    assertThat(match.near()).isEmpty();
  }

  @Test
  void what_a_pod_asks_for_is_held_against_the_roomiest_node() throws Exception {
    assertThat(follows("insufficient-resources", Shortage.class))
        .singleElement()
        .satisfies(
            shortage -> {
              assertThat(shortage.resource()).isEqualTo("cpu");
              assertThat(shortage.fits()).isFalse();
            });
  }

  @Test
  void the_scheduler_s_sentence_is_taken_apart() throws Exception {
    assertThat(follows("insufficient-resources", Rejection.class))
        .allSatisfy(rejection -> assertThat(rejection.nodes()).isBetween(1, rejection.all()));
  }

  @Test
  void a_node_selector_that_no_node_meets() throws Exception {
    assertThat(follows("node-selector-matches-nothing", NodeChoice.class))
        .singleElement()
        .satisfies(
            choice -> {
              assertThat(choice.meeting()).isZero();
              assertThat(choice.unmet()).isNotEmpty();
            });
  }

  @Test
  void an_image_s_registry_is_named() throws Exception {
    assertThat(follows("image-registry-unresolved", ImagePull.class))
        .extracting(ImagePull::registry)
        .containsOnly("registry.example.com");
  }

  @Test
  void an_image_that_came_is_no_pull() throws Exception {
    assertThat(follows("image-registry-unresolved~pulled-since", ImagePull.class)).isEmpty();
  }

  @Test
  void a_sandbox_that_could_not_be_made_tells_what_was_missing_where() throws Exception {
    SandboxFailure failure = follows("cni-plugin-missing", SandboxFailure.class).get(0);

    assertThat(failure.reason()).isEqualTo("plugin-missing");
    assertThat(failure.what()).isEqualTo("bridge");
    assertThat(failure.where()).isEqualTo("/var/lib/rancher/k3s/data/cni");
    assertThat(failure.node()).isEqualTo("w2");
  }

  @Test
  void a_sandbox_that_could_not_be_made_for_another_reason() throws Exception {
    SandboxFailure failure = follows("runtime-handler-missing", SandboxFailure.class).get(0);

    assertThat(failure.reason()).isEqualTo("unknown");
    assertThat(failure.what()).isEmpty();
  }

  @Test
  void addresses_that_no_pod_has_are_told_from_those_in_use() throws Exception {
    PodAddressUse leaked = follows("pod-addresses-used-up", PodAddressUse.class).get(0);
    PodAddressUse full = follows("pod-addresses-used-up-full", PodAddressUse.class).get(0);

    assertThat(leaked.reserved()).isEqualTo(253);
    assertThat(leaked.leaked()).isTrue();
    assertThat(full.reserved()).isEqualTo(5);
    assertThat(full.unused()).isZero();
    assertThat(full.leaked()).isFalse();
  }
}
