package io.kwhy.bundle.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kwhy.bundle.Bundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleMergeTest {
  @TempDir Path dir;

  @Test
  void hosts_and_entries_of_all_are_in_one() throws Exception {
    Path s1 = bundle("s1", "10:00", "s1", Map.of("nodes/s1/files/etc/hostname", "s1"));
    Path w1 = bundle("w1", "10:05", "w1", Map.of("nodes/w1/files/etc/hostname", "w1"));

    Reading reading = Reading.of(s1, w1);

    assertThat(reading.entries())
        .containsOnlyKeys(
            "bundle.json", "nodes/s1/files/etc/hostname", "nodes/w1/files/etc/hostname");
    assertThat(reading.manifest().nodes()).containsOnlyKeys("s1", "w1");
    assertThat(reading.manifest().collectedAt()).isEqualTo("2026-11-23T10:05:00Z");
    assertThat(reading.gaps()).isEmpty();
  }

  @Test
  void each_host_keeps_the_time_it_was_captured_at() throws Exception {
    Reading reading =
        Reading.of(bundle("s1", "10:00", "s1", Map.of()), bundle("w1", "10:05", "w1", Map.of()));

    assertThat(reading.manifest().nodes().get("s1").collectedAt())
        .isEqualTo("2026-11-23T10:00:00Z");
  }

  @Test
  void entry_of_the_later_bundle_is_used_and_the_other_told() throws Exception {
    Path early = bundle("early", "10:00", "s1", Map.of("cluster/nodes.json", "old"));
    Path late = bundle("late", "11:00", "s1", Map.of("cluster/nodes.json", "new"));

    Reading reading = Reading.of(late, early);

    assertThat(reading.entries()).containsEntry("cluster/nodes.json", "new");
    assertThat(reading.gaps())
        .containsExactly(
            "cluster/nodes.json: expected the same in all bundles, found another in early; the later"
                + " one, of late, is used");
  }

  @Test
  void file_that_is_gone_in_a_later_look_is_not_there() throws Exception {
    String subnet = "nodes/w1/files/run/flannel/subnet.env";
    String sockets = "nodes/w1/commands/ss-listen.txt";
    String routes = "nodes/w1/commands/ip-route.";
    String hostname = "nodes/w1/files/etc/hostname";
    Path early =
        bundle(
            "early",
            "10:00",
            "w1",
            Map.of(subnet, "old", sockets, "old", routes + "json", "[]", hostname, "w1"));
    Path late =
        bundle(
            "late",
            "11:00",
            "w1",
            Map.of(hostname, "w1", routes + "txt", "new", "nodes/w1/logs/k3s.log", "x"));
    Path manifest = late.resolve("bundle.json");
    Files.writeString(
        manifest,
        Files.readString(manifest)
            .replaceFirst(
                "\\{",
                "{\"gaps\":[{\"entry\":\"%s\",\"problem\":\"ss: not found\"}],"
                    .formatted(sockets)));

    Reading reading = Reading.of(late, early);

    assertThat(reading.entries())
        .doesNotContainKeys(subnet, routes + "json")
        .containsEntry(sockets, "old")
        .containsEntry(routes + "txt", "new");
    assertThat(reading.gaps())
        .contains(
            "late: 2 entries of w1 in earlier bundles are left out, which this later one has no more");
    assertThat(Reading.of(early, late)).isEqualTo(reading);
  }

  @Test
  void part_that_adds_to_a_look_takes_nothing_from_it() throws Exception {
    String config = "nodes/w1/files/etc/rancher/k3s/config.yaml";
    Path look = bundle("look", "10:00", "w1", Map.of(config, "x", "nodes/w1/commands/df.txt", "y"));
    Path logs = bundle("logs", "11:00", "w1", Map.of("nodes/w1/logs/k3s.log", "z"));
    Path foreign = Files.createDirectories(dir.resolve("foreign/nodes/w1/logs"));
    Files.writeString(foreign.resolve("containerd.log"), "z");

    assertThat(Reading.of(look, logs, dir.resolve("foreign")).entries())
        .containsKeys(config, "nodes/w1/logs/k3s.log", "nodes/w1/logs/containerd.log");
  }

  @Test
  void bundle_with_pseudonyms_is_not_put_together_with_others() throws Exception {
    Path s1 = bundle("s1", "10:00", "host-1", Map.of());
    Path w1 = bundle("w1", "10:05", "host-1", Map.of());
    Path manifest = w1.resolve("bundle.json");
    Files.writeString(
        manifest, Files.readString(manifest).replaceFirst("\\{", "{\"pseudonyms\":true,"));

    assertThat(Reading.of(w1).manifest().nodes()).containsOnlyKeys("host-1");
    assertThatThrownBy(() -> Reading.of(s1, w1))
        .isInstanceOf(UnreadableBundleException.class)
        .hasMessageContaining("may be another host");
  }

  @Test
  void same_entry_in_several_bundles_is_no_conflict() throws Exception {
    Path early = bundle("early", "10:00", "s1", Map.of("cluster/nodes.json", "same"));
    Path late = bundle("late", "11:00", "s1", Map.of("cluster/nodes.json", "same"));

    assertThat(Reading.of(early, late).gaps()).isEmpty();
  }

  @Test
  void order_of_inputs_does_not_matter() throws Exception {
    Path a = bundle("a", "10:00", "s1", Map.of("cluster/nodes.json", "1", "errors.txt", "x\n"));
    Path b = bundle("b", "10:00", "s1", Map.of("cluster/nodes.json", "2", "errors.txt", "y\n"));
    Path c = bundle("c", "10:00", "w1", Map.of("cluster/nodes.json", "3"));

    Reading reading = Reading.of(a, b, c);

    assertThat(Reading.of(c, b, a)).isEqualTo(reading);
    assertThat(Reading.of(b, a, c)).isEqualTo(reading);
    try (Bundle one = BundleReader.read(List.of(a, b));
        Bundle other = BundleReader.read(List.of(b, a))) {
      assertThat(one.name()).isEqualTo(other.name()).isEqualTo("a + b");
    }
  }

  @Test
  void errors_of_all_collectors_are_told_with_where_they_are_from() throws Exception {
    Path early = bundle("early", "10:00", "s1", Map.of("errors.txt", "w1: no route\n"));
    Path late = bundle("late", "11:00", "s1", Map.of("errors.txt", "w2: no route\n"));

    assertThat(Reading.of(early, late).gaps())
        .containsExactly("errors.txt:1: w1: no route (in early)", "errors.txt:1: w2: no route");
  }

  @Test
  void host_that_only_the_earlier_one_could_log_in_to_stays_collected() throws Exception {
    Path early = bundle("early", "10:00", "w1", Map.of());
    Path late = bundle("late", "11:00", "w1\": {\"collected\": false}, \"s1", Map.of());

    assertThat(Reading.of(early, late).manifest().nodes().get("w1").collected()).isTrue();
  }

  @Test
  void one_input_named_twice_is_one() throws Exception {
    Path one = bundle("one", "10:00", "s1", Map.of("cluster/nodes.json", "1"));

    Reading reading = Reading.of(one, one);

    assertThat(reading.gaps()).isEmpty();
    assertThat(reading.entries()).isEqualTo(Reading.of(one).entries());
  }

  @Test
  void input_that_is_no_bundle_is_not_passed_over() throws Exception {
    Path one = bundle("one", "10:00", "s1", Map.of());

    assertThat(Reading.refusal(one, dir.resolve("missing"))).contains("missing: expected");
  }

  private Path bundle(String name, String time, String node, Map<String, String> entries)
      throws IOException {
    Path folder = Files.createDirectories(dir.resolve(name));
    Files.writeString(
        folder.resolve("bundle.json"),
        """
        {"schema": 1, "product": "k3s", "collectedAt": "2026-11-23T%s:00Z", "nodes": {"%s": {}}}
        """
            .formatted(time, node));
    for (Map.Entry<String, String> entry : entries.entrySet()) {
      Path file = folder.resolve(entry.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, entry.getValue());
    }
    return folder;
  }
}
