package io.kwhy.bundle.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.LineReader;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          token: hush                                      | token: <redacted>
          token: "hush"                                    | token: "<redacted>"
          agent-token: 'two words'                         | agent-token: '<redacted>'
          token: K10c0ffee::server:hush                    | token: K10c0ffee::server:<redacted>
          K3S_TOKEN='K10c0ffee::node:hush'                 | K3S_TOKEN='K10c0ffee::node:<redacted>'
          token: K10c0ffee                                 | token: K10c0ffee
          datastore-endpoint: mysql://k:hush@tcp(db)/k3s   | datastore-endpoint: mysql://k:<redacted>@tcp(db)/k3s
          datastore-endpoint: postgres://k:hu@sh@db/k3s    | datastore-endpoint: postgres://k:<redacted>@db/k3s
          - etcd-s3-secret-key: hush                       | - etcd-s3-secret-key: <redacted>
          export HTTPS_PROXY=http://me:hush@proxy:3128     | export HTTPS_PROXY=http://me:<redacted>@proxy:3128
          client-key-data: aHVzaA==                        | client-key-data: <redacted>
          auth: aHVzaA==                                   | auth: <redacted>
          password = "hush"                                | password = "<redacted>"
          password: falsehush                              | password: <redacted>
          users: [{name: a, user: {client-key-data: aHVzaA==}}] | users: [{name: a, user: {client-key-data: <redacted>}}]
          "r:5000": {auth: {username: u, password: hush}, x: 1} | "r:5000": {auth: {username: u, password: <redacted>}, x: 1}
          auths: {a: {b: c}, token: 'hush'}                | auths: {a: {b: c}, token: '<redacted>'}
          DB_PASSWORD=trueblue                             | DB_PASSWORD=<redacted>
          DB_PASSWORD={hush                                | DB_PASSWORD=<redacted>
          DB_PASSWORD=#hush                                | DB_PASSWORD=<redacted>
          token: true # for now                            | token: true # for now
          "password": "hush",                              | "password": "<redacted>",
          ExecStart=/usr/local/bin/k3s agent --token hush  | ExecStart=/usr/local/bin/k3s agent --token <redacted>
          """)
  void secret_in_settings_is_taken_out(String line, String redacted) {
    assertThat(Redaction.text(line, Redaction.Kind.SETTINGS)).isEqualTo(redacted);
    assertThat(Redaction.text(redacted, Redaction.Kind.SETTINGS)).isEqualTo(redacted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          join with K10c0ffee::server:hush failed          | join with K10c0ffee::server:<redacted> failed
          Authorization: Basic aHVzaGh1c2g=                | Authorization: Basic <redacted>
          "Authorization":["Bearer eyJhbGciOi.eyJzdWIi.x"] | "Authorization":["Bearer <redacted>"]
          got eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln    | got <redacted>
          dial postgres://k3s:hush@db:5432/k3s: refused    | dial postgres://k3s:<redacted>@db:5432/k3s: refused
          parse "postgres://k3s:hu/sh@db/k3s": invalid port ":hu" after host | parse "postgres://k3s:<redacted>@db/k3s": invalid port ":<redacted>" after host
          parse \\"postgres://k:hu/sh@db\\": invalid port \\":hu\\" after | parse \\"postgres://k:<redacted>@db\\": invalid port \\":<redacted>\\" after
          k3s --debug agent -t hush                        | k3s --debug agent -t <redacted>
          /usr/local/bin/k3s token rotate -t hush          | /usr/local/bin/k3s token rotate -t <redacted>
          dial postgres://k3s:hu"s'h@db/k3s failed         | dial postgres://k3s:<redacted>@db/k3s failed
          "url":"https://10.0.0.1:6443","by":"me@home"     | "url":"https://10.0.0.1:6443","by":"me@home"
          parse "https://s1:64x3": invalid port ":64x3" after host | parse "https://s1:64x3": invalid port ":64x3" after host
          msg="login" password=hush user=me                | msg="login" password=<redacted> user=me
          {"user":"me","password":"hush"}                  | {"user":"me","password":"<redacted>"}
          {\\"client_secret\\":\\"hush\\"}                     | {\\"client_secret\\":\\"<redacted>\\"}
          {"name":"DB_PASSWORD","value":"hush"}            | {"name":"DB_PASSWORD","value":"<redacted>"}
          GET /blob?sig=hush%2F&se=2026                    | GET /blob?sig=<redacted>&se=2026
          key AKIAABCDEFGHIJKLMNOP denied                  | key <redacted> denied
          push with ghp_0123456789abcdefghijABCDEFGHIJ0123 | push with <redacted>
          got {a: b}, token: invalid                       | got {a: b}, token: invalid
          password: Hush42 rejected                        | password: <redacted> rejected
          """)
  void secret_in_prose_is_taken_out(String line, String redacted) {
    assertThat(Redaction.text(line, Redaction.Kind.PROSE)).isEqualTo(redacted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "msg=\"Failed to migrate node-password secrets: context canceled\"",
        "Error: --token is required, or K3S_TOKEN",
        "failed to validate token: invalid token format",
        "unable to verify password for node w1: hash does not match",
        "Adding node OwnerReference to node-password secret s1.node-password.k3s",
        "automountServiceAccountToken: false",
        "[/var/lib/rancher/k3s/data/current/bin/aux/iptables -t filter -S KUBE-ROUTER-INPUT 1 --wait]",
        "  secretName: web-tls",
        "--token-file=/etc/k3s/token --service-account-key-file=/a/b.key"
      })
  void what_is_no_secret_stays(String line) {
    assertThat(Redaction.text(line, Redaction.Kind.SETTINGS)).isEqualTo(line);
    assertThat(Redaction.text(line, Redaction.Kind.PROSE)).isEqualTo(line);
  }

  @Test
  void private_key_and_block_under_a_telling_name_lose_all_their_lines() {
    String text =
        """
        a: 1
        -----BEGIN EC PRIVATE KEY-----
        aHVzaA==
        -----END EC PRIVATE KEY-----
        password: |
          hush
          hush
        b: 2
        """;

    String redacted = Redaction.text(text, Redaction.Kind.SETTINGS);

    assertThat(redacted).doesNotContain("hush", "aHVzaA").contains("a: 1\n").contains("b: 2\n");
    assertThat(redacted.lines().count()).isEqualTo(text.lines().count());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "://a:",
        "token='",
        "\"password\":\"",
        "K10::",
        "eyJaaaaaaaaa.",
        "a:b@",
        "token= ",
        "\\\\\"name",
        "-p ",
        "k3s server -t ",
        "://a:x\"y@",
        "a.",
        "- ",
        "a:",
        "://a:b ",
        "-eyJaaaaaaaa",
        "eyJ-",
        "\\",
        "{token: b, "
      })
  @Timeout(60)
  void hostile_line_takes_bounded_time(String piece) {
    hold(piece.repeat(LineReader.MAX_LINE / piece.length()));
    hold("@tcp( eyJ k3s token secret ? " + piece.repeat(LineReader.MAX_LINE / piece.length()));
  }

  private static void hold(String line) {
    assertThat(Redaction.text(line, Redaction.Kind.PROSE)).isNotEmpty();
    assertThat(Redaction.text(line, Redaction.Kind.SETTINGS)).isNotEmpty();
  }

  @Test
  @Timeout(60)
  void long_words_take_no_deep_stack_and_bounded_time() {
    String login = "http://a:" + "x\"".repeat(LineReader.MAX_LINE / 2 - 20) + "@host";
    String calls = "iptables -t nat" + "k3s server ".repeat(LineReader.MAX_LINE / 12);

    assertThat(Redaction.text(login, Redaction.Kind.PROSE)).isEqualTo("http://a:<redacted>@host");
    assertThat(Redaction.text(calls, Redaction.Kind.PROSE)).isEqualTo(calls);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-23T05:00:00Z",
        "kube-system/coredns-54996dc9b4-84g5w",
        "PodReadyToStartContainers",
        "10.42.1.7"
      })
  void times_names_and_words_are_not_looked_through(String text) {
    assertThat(PlainText.is(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "K10c0ffee::server:0123456789",
        "eyJhbGciOiJSUzI1.eyJzdWIiOiIx.c2ln",
        "AKIAIOSFODNNEXAMPLEQ",
        "ASIAABCDEFGHABCDEFGH",
        "ghp_0123456789abcdefghij0123456789abcd",
        "xoxb-0123456789-abcdef",
        "postgres://u:p@h/d",
        "--token abc",
        "PassWord: abc",
        "k3s agent -t abc",
        "-----BEGIN PRIVATE KEY-----",
        "2026-11-23T05:00:K10Z"
      })
  void whatever_may_hold_a_secret_is_looked_through(String text) {
    assertThat(PlainText.is(text)).isFalse();
  }

  @Test
  void what_is_not_looked_through_would_stay_as_it_is() {
    List<String> pieces =
        List.of(
            "K10",
            "c0ffee::",
            "eyJ",
            "hbGciOiJI",
            "-",
            "--",
            "-t",
            "=",
            " ",
            ":",
            "@tcp(",
            "://",
            "AKIA",
            "IOSFODNN7EXAMPLE",
            "ghp",
            "_",
            "xoxb-",
            "0123456789",
            "k",
            "ey",
            "to",
            "KEN",
            "a",
            "Z9",
            "/",
            "k3s",
            "-----BEGIN RSA PRIVATE KEY-----",
            "auth",
            "orization",
            "?sig",
            "&code",
            "\"",
            "'",
            ".");
    Random random = new Random(7);
    int plain = 0;
    for (int round = 0; round < 100_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(7); i >= 0; i--) {
        text.append(pieces.get(random.nextInt(pieces.size())));
      }
      if (PlainText.is(text.toString())) {
        plain++;
        assertThat(Redaction.text(text.toString(), Redaction.Kind.PROSE))
            .isEqualTo(text.toString());
      }
    }
    assertThat(plain).isGreaterThan(10_000);
  }
}
