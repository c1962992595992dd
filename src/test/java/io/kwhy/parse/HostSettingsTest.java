package io.kwhy.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.Entry;
import io.kwhy.bundle.Manifest;
import io.kwhy.fact.Captured;
import io.kwhy.fact.Fact;
import io.kwhy.fact.Gap;
import io.kwhy.fact.NotCaptured;
import io.kwhy.fact.node.K3sSetting;
import io.kwhy.fact.node.NodePasswordFile;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What no reader should throw costs the host that it is about its settings, and nobody else. */
class HostSettingsTest {
  private static final String CONFIG = "/files/etc/rancher/k3s/config.yaml";
  private static final String UNIT = "/files/etc/systemd/system/k3s.service";
  private static final String PASSWORD = "/files/etc/rancher/node/password";
  private static final String FAULT =
      "could not be read to its end, by a fault of kwhy: IllegalStateException";

  private final List<Entry> entries = new ArrayList<>();

  @Test
  void host_whose_settings_cannot_be_read_has_a_gap() {
    unreadable("nodes/s1" + CONFIG);

    assertThat(gaps()).contains("nodes/s1: " + FAULT);
  }

  @Test
  void nothing_is_known_not_to_be_set_on_that_host() {
    unreadable("nodes/s1" + CONFIG);
    readable("nodes/s1" + UNIT, "[Service]\nExecStart=/usr/local/bin/k3s server\n");

    assertThat(captured("s1")).doesNotContain("k3s-config", "k3s-unit", "k3s-env");
    assertThat(notCaptured("s1")).contains("k3s-config only in part", "k3s-unit only in part");
  }

  @Test
  void file_that_a_unit_names_is_read_wherever_it_lies() {
    readable("nodes/s1" + UNIT, "[Service]\nExecStart=/usr/local/bin/k3s server -c /srv/a.yaml\n");
    readable("nodes/s1/files/srv/a.yaml", "flannel-backend: host-gw\n");
    readable("nodes/s2" + UNIT, "[Service]\nExecStart=/usr/local/bin/k3s server -c /srv/a.yaml\n");
    readable("nodes/s2" + CONFIG, "flannel-backend: host-gw\n");

    assertThat(captured("s1")).contains("k3s-config");
    assertThat(notCaptured("s2")).contains("k3s-config only in part");
    assertThat(facts(K3sSetting.class))
        .filteredOn(setting -> setting.key().equals("flannel-backend"))
        .extracting(K3sSetting::node, K3sSetting::value)
        .containsExactly(tuple("s1", "host-gw"));
  }

  @Test
  void settings_of_other_hosts_are_read() {
    unreadable("nodes/s1" + CONFIG);
    readable("nodes/s2" + CONFIG, "flannel-backend: host-gw\n");

    assertThat(captured("s2")).contains("k3s-config");
    assertThat(facts(K3sSetting.class))
        .extracting(K3sSetting::node, K3sSetting::key)
        .contains(tuple("s2", "flannel-backend"));
  }

  @Test
  void password_that_cannot_be_read_is_a_gap_and_the_others_are_read() {
    unreadable("nodes/s1" + PASSWORD);
    readable("nodes/s2" + PASSWORD, "0123456789abcdef0123456789abcdef\n");

    assertThat(gaps()).contains("nodes/s1" + PASSWORD + ": " + FAULT);
    assertThat(notCaptured("s1")).contains("node-password only in part");
    assertThat(facts(NodePasswordFile.class))
        .extracting(NodePasswordFile::node)
        .containsExactly("s2");
  }

  private void readable(String path, String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    entries.add(new Entry(path, content.length, () -> new ByteArrayInputStream(content)));
  }

  private void unreadable(String path) {
    entries.add(
        new Entry(
            path,
            1,
            () -> {
              throw new IllegalStateException("secret");
            }));
  }

  private List<String> gaps() {
    return facts(Gap.class).stream()
        .map(gap -> gap.origin().entry() + ": " + gap.problem())
        .toList();
  }

  private List<String> captured(String host) {
    return facts(Captured.class).stream()
        .filter(each -> each.node().equals(host))
        .map(Captured::source)
        .toList();
  }

  private List<String> notCaptured(String host) {
    return facts(NotCaptured.class).stream()
        .filter(each -> each.node().equals(host))
        .map(each -> each.source() + " " + each.reason())
        .toList();
  }

  private <T extends Fact> List<T> facts(Class<T> type) {
    Instant now = Instant.parse("2026-11-25T12:00:00Z");
    Manifest manifest = new Manifest(Manifest.SCHEMA, "k3s", now, new TreeMap<>());
    Bundle bundle = new Bundle("x", manifest, entries, List.of(), () -> {});
    return new FactReader(List.of())
        .read(bundle).stream().filter(type::isInstance).map(type::cast).toList();
  }
}
