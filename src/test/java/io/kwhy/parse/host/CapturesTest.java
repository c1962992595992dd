package io.kwhy.parse.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The parsers on all that real hosts said. */
class CapturesTest {

  @Test
  void everything_captured_is_read_without_a_gap() throws IOException {
    List<String> gaps = new ArrayList<>();
    for (CapturedEntry entry : CapturedEntry.all()) {
      entry.parsed().gaps().forEach(gap -> gaps.add(entry + ":" + gap));
    }
    assertThat(gaps).isEmpty();
  }

  @Test
  void everything_captured_has_facts() throws IOException {
    List<String> silent = new ArrayList<>();
    for (CapturedEntry entry : CapturedEntry.all()) {
      if (entry.parsed().facts().isEmpty()) {
        silent.add(entry.toString());
      }
    }
    // A server whose name is not valid never got as far as talking to anyone.
    assertThat(silent)
        .containsExactly("v136-server-hostname-invalid.tar.gz!nodes/s1/commands/ip-neigh.json");
  }

  @Test
  void captures_hold_all_sources_but_those_of_systemd() throws IOException {
    Set<Source> missing = EnumSet.copyOf(HostParsers.all().keySet());
    CapturedEntry.all().forEach(entry -> missing.remove(entry.source()));
    assertThat(missing).containsExactly(Source.RESOLVED_CONF, Source.TIME_SYNC);
  }

  @Test
  void both_forms_of_ip_addr_say_the_same() throws IOException {
    List<String> json = new ArrayList<>();
    List<String> text = new ArrayList<>();
    for (CapturedEntry entry : CapturedEntry.all()) {
      if (entry.source() == Source.IP_ADDRESS) {
        List<String> side = entry.path().endsWith(".json") ? json : text;
        String host = entry.capture() + entry.path().replaceAll("\\.\\w+$", " ");
        entry.parsed().texts().forEach(fact -> side.add(host + fact));
      }
    }
    assertThat(text).isNotEmpty().containsExactlyInAnyOrderElementsOf(json);
  }
}
