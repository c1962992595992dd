package io.kwhy.bundle.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlankingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          k3s server --token hush                          | k3s server --token <redacted>
          k3s server --token=hush --disable traefik        | k3s server --token=<redacted> --disable traefik
          k3s agent --agent-token hush -v 2                | k3s agent --agent-token <redacted> -v 2
          /usr/local/bin/k3s agent -t hush                 | /usr/local/bin/k3s agent -t <redacted>
          k3s agent -t=hush                                | k3s agent -t=<redacted>
          env K3S_TOKEN=hush k3s agent                     | env K3S_TOKEN=<redacted> k3s agent
          K3S_AGENT_TOKEN='two words' k3s server           | K3S_AGENT_TOKEN=<redacted> k3s server
          sh -c "k3s agent --token 'two words' --debug"    | sh -c "k3s agent --token <redacted> --debug"
          --datastore-endpoint mysql://root:hu@sh@tcp(db:3306)/k3s | --datastore-endpoint mysql://root:<redacted>@tcp(db:3306)/k3s
          --datastore-endpoint=postgres://k3s:hush@db:5432/k3s     | --datastore-endpoint=postgres://k3s:<redacted>@db:5432/k3s
          --datastore-endpoint root:hush@tcp(db:3306)/k3s  | --datastore-endpoint root:<redacted>@tcp(db:3306)/k3s
          --etcd-s3-access-key AKIA --etcd-s3-secret-key x | --etcd-s3-access-key <redacted> --etcd-s3-secret-key <redacted>
          AWS_SECRET_ACCESS_KEY=hush backup                | AWS_SECRET_ACCESS_KEY=<redacted> backup
          --etcd-encryption-key=hush --psk hush            | --etcd-encryption-key=<redacted> --psk <redacted>
          --vpn-auth name=tailscale,joinKey=hush           | --vpn-auth <redacted>
          tailscale up --authkey hush --timeout=30s        | tailscale up --authkey <redacted> --timeout=30s
          join K10c0ffee::server:hush                      | join <redacted>
          --server=https://s1:6443,K10c0ffee::node:hush    | --server=https://s1:6443,<redacted>
          curl -H Authorization: Bearer hush               | curl -H Authorization: Bearer <redacted>
          java -Djavax.net.ssl.keyStorePassword=hush Main  | java -Djavax.net.ssl.keyStorePassword=<redacted> Main
          """)
  void secret_is_blanked(String text, String blanked) {
    assertThat(Blanking.blank(text)).isEqualTo(blanked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "k3s server --token-file /etc/k3s/token --data-dir /data",
        "k3s agent --server https://172.31.77.1:6443",
        "iptables -t nat -S",
        "kube-apiserver --enable-bootstrap-token-auth=true --service-account-key-file=/a/b.key",
        "k3s server --token --disable traefik",
        "git clone git@github.com:k3s-io/k3s",
        "  containerd   -c /a.toml ",
        "fe80::1 dev eth0",
        ""
      })
  void what_is_no_secret_stays(String text) {
    assertThat(Blanking.blank(text)).isEqualTo(text);
  }

  @Test
  void blanked_text_stays_as_it_is_when_blanked_again() {
    String once = Blanking.blank("K3S_TOKEN=a k3s agent --token 'b c' x://u:p@h K10a::b");
    assertThat(Blanking.blank(once)).isEqualTo(once);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "://a:",
        "token='",
        "token=\" ",
        "::K10",
        "= ",
        "a=",
        "-=",
        "K10",
        "-t ' ",
        "@tcp("
      })
  void hostile_text_takes_linear_time(String piece) {
    String text = "k3s " + piece.repeat(1_000_000 / piece.length());
    Assertions.assertTimeout(Duration.ofSeconds(60), () -> Blanking.blank(text));
  }

  @Test
  void quote_that_never_closes_ends_with_its_word() {
    assertThatCode(() -> Blanking.blank("--token \"")).doesNotThrowAnyException();
    assertThat(Blanking.blank("--token 'hush --debug")).isEqualTo("--token <redacted> --debug");
  }
}
