package io.kwhy.parse.k3s;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.Entry;
import io.kwhy.bundle.Manifest;
import io.kwhy.fact.Fact;
import io.kwhy.fact.Gap;
import io.kwhy.fact.node.KubeletSetting;
import io.kwhy.parse.FactReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of a host that nobody has by accident: they are read, or told as a gap, in a while. */
@Timeout(60)
class HostileSettingsTest {
  private static final String FILES = "nodes/w1/files/";
  private static final String CHECKS = "nodes/w1/checks/node-password.json";
  private static final String UNIT = FILES + "etc/systemd/system/k3s-agent.service";
  private static final String CONFIG = FILES + "etc/rancher/k3s/config.yaml";
  private static final String KUBELET =
      FILES + "var/lib/rancher/k3s/agent/etc/kubelet.conf.d/10.conf";

  @ParameterizedTest
  @ValueSource(strings = {"a: &a\n  b: *a\n", "a: &a [*a, *a, *a]\n"})
  void configuration_within_itself_is_a_gap(String text) {
    assertThat(gaps(KUBELET, text)).containsExactly(cut(1));
  }

  @Test
  void aliases_of_aliases_are_read_up_to_a_bound() {
    String lists =
        IntStream.range(1, 10)
            .mapToObj(at -> "a%s: &a%s [*a%s, *a%s]\n".formatted(at, at, at - 1, at - 1))
            .collect(Collectors.joining());
    List<Fact> facts = facts(KUBELET, "a0: &a0 [" + "x, ".repeat(1_000) + "x]\n" + lists);

    assertThat(facts.stream().filter(KubeletSetting.class::isInstance).count())
        .isBetween(1_000L, 10_000L);
  }

  @Test
  void json_that_is_too_deep_or_has_too_long_a_number_is_a_gap() {
    assertThat(gaps(CHECKS, "{\"a\":".repeat(2_000))).containsExactly("0: is not JSON");
    assertThat(gaps(CHECKS, "{\"fingerprint\":" + "1".repeat(2_000) + "}"))
        .containsExactly("0: is not JSON");
  }

  @Test
  void flags_without_number_and_without_end_take_a_while() {
    String many =
        IntStream.range(0, 40_000).mapToObj(at -> " --f" + at).collect(Collectors.joining("=1"));

    assertThat(facts(UNIT, "ExecStart=/usr/local/bin/k3s agent" + many)).isNotEmpty();
  }

  @Test
  void lists_without_end_take_a_while() {
    assertThat(facts(UNIT, "ExecStart=k3s agent" + " --node-label a=b".repeat(40_000)))
        .isNotEmpty();
    assertThat(facts(CONFIG, "node-label+: a=b\n".repeat(60_000))).isNotEmpty();
    assertThat(facts(CONFIG, "? " + "k".repeat(1_000_000) + "\n: b\n")).isNotEmpty();
  }

  private static String cut(int line) {
    return line + ": is deeper than 30 levels, or has more than 10000 values";
  }

  private static List<String> gaps(String path, String text) {
    return facts(path, text).stream()
        .filter(Gap.class::isInstance)
        .map(Gap.class::cast)
        .filter(gap -> gap.origin().entry().equals(path))
        .map(gap -> gap.origin().line() + ": " + gap.problem())
        .toList();
  }

  private static List<Fact> facts(String path, String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    Entry entry = new Entry(path, content.length, () -> new ByteArrayInputStream(content));
    Instant now = Instant.parse("2026-11-25T12:00:00Z");
    Manifest manifest = new Manifest(Manifest.SCHEMA, "k3s", now, new TreeMap<>());
    return new FactReader(List.of())
        .read(new Bundle("x", manifest, List.of(entry), List.of(), () -> {}));
  }
}
