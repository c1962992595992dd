package io.kwhy.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLinesTest {
  @Test
  void plain_words_stay_as_they_are() {
    String line = "iptables -t filter -D INPUT ! -s 10.42.0.0/16 -p udp --dport 8472:8473 -j DROP";
    assertThat(CommandLines.quoted(line)).contains(line);
  }

  @Test
  void comment_of_a_rule_stays_one_word() {
    assertThat(CommandLines.quoted("iptables -D INPUT --comment \"no pods\" -j DROP"))
        .contains("iptables -D INPUT --comment 'no pods' -j DROP");
  }

  @Test
  void each_line_is_a_command() {
    assertThat(CommandLines.quoted("nft a {b}\nnft c")).contains("nft a '{b}'\nnft c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x; echo bad", "$(echo bad)", "`echo bad`", "it's", "a & b", "a | b", "> a", "!!"})
  void shell_acts_on_nothing_in_a_comment(String comment) throws Exception {
    String line = CommandLines.quoted("printf <%s> \"" + comment + "\"").orElseThrow();
    assertThat(shell(line)).isEqualTo("<" + comment + ">");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "iptables \"open", "iptables a\u001bb", "x\n\ny"})
  void what_cannot_be_read_is_no_command(String value) {
    assertThat(CommandLines.quoted(value)).isEmpty();
  }

  private static String shell(String command) throws IOException, InterruptedException {
    Process shell = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true).start();
    String printed = new String(shell.getInputStream().readAllBytes(), UTF_8);
    shell.waitFor();
    return printed;
  }
}
