package io.kwhy.parse.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.Source;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class LinesTest {

  @Test
  void marks_of_other_systems_are_no_part_of_the_text() {
    assertThat(Parsed.of(Source.HOSTNAME, "\uFEFFw1\r\n").texts()).containsExactly("hostname w1");
  }

  @Test
  void last_line_needs_no_end() {
    assertThat(Parsed.of(Source.SYSCTL, "a = 1\nb = 2").texts()).containsExactly("a = 1", "b = 2");
  }

  @Test
  void bytes_that_are_not_utf_8_are_replaced() {
    byte[] latin1 = "key = M\u00fcller\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(Parsed.of(Source.SYSCTL, "nodes/w1/commands/sysctl.txt", latin1).texts())
        .containsExactly("key = M\uFFFDller");
  }

  @Test
  void endless_line_takes_linear_time() {
    byte[] endless = "users:((\"1.1.1.1%a:2 ".repeat(100_000).getBytes(StandardCharsets.UTF_8);
    for (Source source : HostParsers.all().keySet()) {
      Assertions.assertTimeout(
          Duration.ofSeconds(30),
          () -> Parsed.of(source, "nodes/w1/commands/endless.txt", endless));
    }
  }
}
