package io.kwhy.parse.k3s;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import io.kwhy.fact.log.LogSignal;
import io.kwhy.fact.node.UnknownFlag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlagTableTest {
  @ParameterizedTest
  @CsvSource({
    "flanel-backend, server, flannel-backend",
    "kublet-arg, agent, kubelet-arg",
    "kubelet-args, server, kubelet-arg",
    "node-labels, agent, node-label",
    "disable-traefik, server, ''",
    "cluster-cdir, server, cluster-cidr",
    "flannel-ifce, agent, flannel-iface",
    "apiserver-arg, server, kube-apiserver-arg"
  })
  void misspelt_flag_leads_to_the_one_meant(String flag, String role, String meant) {
    assertThat(FlagTable.builtIn().nearest(flag, role)).isEqualTo(meant);
  }

  @Test
  void agent_is_not_led_to_a_flag_of_servers() {
    assertThat(FlagTable.builtIn().nearest("cluster-cdir", "agent")).isEmpty();
  }

  @Test
  void flag_that_is_gone_names_what_replaced_it() {
    UnknownFlag gone = unknown("no-deploy", "unit file", "server").orElseThrow();
    assertThat(gone.removedIn()).isEqualTo(1025);
    assertThat(gone.advice()).contains("v1.25").contains("--disable");
  }

  @Test
  void file_may_hold_what_is_for_the_other_role() {
    assertThat(unknown("cluster-cidr", "file", "agent")).isEmpty();
    assertThat(unknown("cluster-cidr", "unit file", "agent").orElseThrow().advice())
        .contains("k3s server only");
  }

  @Test
  void flag_that_only_a_later_release_has_is_told_as_one() {
    LogSignal complaint =
        new LogSignal(
            "flag-not-defined",
            "s1",
            "k3s",
            "",
            "",
            "s1",
            new TreeMap<>(Map.of("flag", "embedded-registry")),
            Fact.UNKNOWN_TIME,
            Fact.UNKNOWN_TIME,
            1,
            "Incorrect Usage: flag provided but not defined: -embedded-registry",
            Origin.of("x"));
    UnknownFlag later = UnknownFlags.inLogs(List.of(complaint), host -> "server").get(0);
    assertThat(later.later()).isTrue();
    assertThat(later.advice()).contains("Current releases of k3s have --embedded-registry");
    UnknownFlag foreign = UnknownFlags.inLogs(List.of(complaint), host -> "agent").get(0);
    assertThat(foreign.later()).isFalse();
    assertThat(foreign.advice()).contains("k3s server only");
  }

  @Test
  void short_forms_and_variables_are_known() {
    assertThat(unknown("t", "file", "agent")).isEmpty();
    assertThat(unknown("kube-cloud-controller-manager-arg", "file", "server")).isEmpty();
    assertThat(unknown("something-of-ours", "environment", "agent")).isEmpty();
  }

  private static Optional<UnknownFlag> unknown(String flag, String from, String role) {
    return UnknownFlags.ofSetting("w1", role, Given.of(flag, "x", from, Origin.of("x")));
  }
}
