package io.kwhy.parse.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.Source;
import io.kwhy.parse.Parsed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The parsers on all that real hosts said. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CapturesTest {

  private List<CapturedEntry> entries = List.of();

  @BeforeAll
  void read() throws IOException {
    entries = CapturedEntry.all();
  }

  @Test
  void everything_captured_is_read_without_a_gap() {
    List<String> gaps = new ArrayList<>();
    for (CapturedEntry entry : entries) {
      if (unreadable(entry)) {
        assertThat(entry.parsed().gaps()).isNotEmpty();
        continue;
      }
      entry.parsed().gaps().forEach(gap -> gaps.add(entry + ":" + gap));
    }
    assertThat(gaps).isEmpty();
  }

  /**
   * The hosts of the lab are namespaces and see no modules; on those with an old k3s, {@code
   * bridge} was the CNI plugin of that name.
   */
  private static boolean unreadable(CapturedEntry entry) {
    return entry.source() == Source.LSMOD
        || (entry.source() == Source.BRIDGE_FDB && entry.capture().startsWith("v117"));
  }

  @Test
  void everything_captured_has_facts() {
    List<String> silent = new ArrayList<>();
    for (CapturedEntry entry : entries) {
      if (!unreadable(entry)
          && entry.source() != Source.ETHTOOL
          && entry.parsed().facts().isEmpty()) {
        silent.add(entry.toString());
      }
    }
    // Servers that never got as far as talking or listening, captured while nothing ran.
    assertThat(silent)
        .containsExactly(
            "v136-server-apiserver-arg-invalid.tar.gz!nodes/s1/commands/ps.txt",
            "v136-server-hostname-invalid.tar.gz!nodes/s1/commands/ip-neigh.json",
            "v136-server-unknown-flag.tar.gz!nodes/s1/commands/ps.txt",
            "v136-server-unknown-flag.tar.gz!nodes/s1/commands/ss-listen.txt");
  }

  /** What needs systemd, and what the script looks at since the captures were made. */
  @Test
  void captures_hold_all_other_sources() {
    Set<Source> missing = EnumSet.copyOf(Parsed.parsers().keySet());
    entries.forEach(entry -> missing.remove(entry.source()));
    assertThat(missing)
        .containsExactlyInAnyOrder(
            Source.RESOLVED_CONF,
            Source.TIME_SYNC,
            Source.FOLDERS,
            Source.IP6_RULE,
            Source.EMPTY_FILES,
            Source.MOUNTS,
            Source.CGROUPS,
            Source.KERNEL_ARGUMENTS,
            Source.SELINUX,
            Source.CLOUD_SETUP,
            Source.IPTABLES_LEGACY,
            Source.CONNTRACK_STATS);
  }

  @Test
  void both_forms_of_ip_addr_say_the_same() {
    List<String> json = new ArrayList<>();
    List<String> text = new ArrayList<>();
    for (CapturedEntry entry : entries) {
      if (entry.source() == Source.IP_ADDRESS) {
        List<String> side = entry.path().endsWith(".json") ? json : text;
        String host = entry.capture() + entry.path().replaceAll("\\.\\w+$", " ");
        entry.parsed().texts().forEach(fact -> side.add(host + fact));
      }
    }
    assertThat(text).isNotEmpty().containsExactlyInAnyOrderElementsOf(json);
  }
}
