package io.kwhy.parse.k3s;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import io.kwhy.fact.log.LogSignal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LoggedArgumentsTest {
  private static LogSignal started(String signal, String time, Map<String, String> arguments) {
    Instant at = Instant.parse(time);
    return new LogSignal(
        signal,
        "s1",
        "k3s",
        "",
        "",
        "s1",
        new TreeMap<>(arguments),
        at,
        at,
        1,
        "Running",
        new Origin("nodes/s1/logs/k3s.log", 7));
  }

  private static List<String> told(boolean wanted, LogSignal... signals) {
    return LoggedArguments.of(List.<Fact>of(signals), node -> wanted).stream()
        .map(fact -> fact.getClass().getSimpleName() + " " + fact.text())
        .toList();
  }

  @Test
  void last_start_of_a_program_tells_the_settings() {
    LogSignal before =
        started(
            "kube-controller-manager-arguments",
            "2026-11-25T10:00:00Z",
            Map.of("clusterCidr", "10.42.0.0/16"));
    LogSignal after =
        started(
            "kube-controller-manager-arguments",
            "2026-11-26T10:00:00Z",
            Map.of("clusterCidr", "10.52.0.0/16", "podEvictionTimeout", ""));
    assertThat(told(true, after, before))
        .hasSize(2)
        .allMatch(text -> text.contains("10.52.0.0/16"));
    assertThat(told(false, after, before)).isEmpty();
  }

  @Test
  void address_that_k3s_may_have_chosen_is_no_setting() {
    assertThat(
            told(
                true,
                started("kubelet-arguments", "2026-11-26T10:00:00Z", Map.of("nodeIp", "10.0.0.1"))))
        .singleElement()
        .asString()
        .startsWith("EffectiveArgument kubelet --node-ip=10.0.0.1");
  }
}
