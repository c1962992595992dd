package io.kwhy.reach.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EndWordsTest {

  @Test
  void address_of_IPv6_stands_bare_or_in_brackets_before_a_port() throws Exception {
    assertThat(EndWords.of("fd00::1")).isEqualTo(new EndWords("fd00::1", "", ""));
    assertThat(EndWords.of("[fd00::1]")).isEqualTo(new EndWords("fd00::1", "", ""));
    assertThat(EndWords.of("[fd00::1]:443/udp")).isEqualTo(new EndWords("fd00::1", "443", "udp"));
  }

  @Test
  void kinds_and_names_keep_their_slashes() throws Exception {
    assertThat(EndWords.of("svc/kube-system/kube-dns:dns"))
        .isEqualTo(new EndWords("svc/kube-system/kube-dns", "dns", ""));
    assertThat(EndWords.of("w2:8472/UDP")).isEqualTo(new EndWords("w2", "8472", "udp"));
    assertThat(EndWords.of("deploy/default/web"))
        .isEqualTo(new EndWords("deploy/default/web", "", ""));
  }

  @Test
  void ports_that_there_are_not_are_refused() {
    for (String words : new String[] {"w2:0", "w2:65536", "w2:9999999999", "w2:http"}) {
      assertThatThrownBy(() -> EndWords.of(words).number())
          .isInstanceOf(UnknownEndException.class)
          .hasMessage(
              "\"%s\": expected a port from 1 to 65535, found \"%s\""
                  .formatted(words, words.substring("w2:".length())));
    }
  }

  @Test
  void protocol_is_one_that_rules_can_be_asked_about() {
    assertThatThrownBy(() -> EndWords.of("w2:8472/sctp"))
        .isInstanceOf(UnknownEndException.class)
        .hasMessage("\"w2:8472/sctp\": expected the protocol tcp or udp, found \"sctp\"");
  }
}
