package io.kwhy.parse.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.Source;
import io.kwhy.parse.Parsed;
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
  void bytes_that_are_not_utf_8_are_replaced_and_told() {
    byte[] latin1 = "a = 1\nkey = M\u00fcller\n".getBytes(StandardCharsets.ISO_8859_1);
    Parsed parsed = Parsed.of(Source.SYSCTL, "nodes/w1/commands/sysctl.txt", latin1);

    assertThat(parsed.texts()).containsExactly("a = 1", "key = M\uFFFDller");
    assertThat(parsed.gaps()).containsExactly("2: expected UTF-8, found \"key = M\uFFFDller\"");
  }

  @Test
  void bytes_of_a_comment_are_no_loss() {
    byte[] latin1 = "# B\u00fcro\n10.0.0.1 nas\n".getBytes(StandardCharsets.ISO_8859_1);
    Parsed parsed = Parsed.of(Source.HOSTS_FILE, "nodes/w1/files/etc/hosts", latin1);

    assertThat(parsed.texts()).containsExactly("10.0.0.1 nas");
    assertThat(parsed.gaps()).isEmpty();
  }

  @Test
  void endless_line_takes_linear_time() {
    byte[] endless = "users:((\"1.1.1.1%a:2 ".repeat(100_000).getBytes(StandardCharsets.UTF_8);
    for (Source source : Parsed.parsers().keySet()) {
      Assertions.assertTimeout(
          Duration.ofSeconds(30),
          () -> Parsed.of(source, "nodes/w1/commands/endless.txt", endless));
    }
  }
}
