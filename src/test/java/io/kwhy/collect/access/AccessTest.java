package io.kwhy.collect.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTest {
  private static final String USUAL =
      """
      clusters: [{name: one, cluster: {server: 'https://192.0.2.1:6443/'}}]
      users: [{name: me, user: USER}]
      contexts: [{name: one, context: {cluster: one, user: me, namespace: shop}}]
      current-context: one
      """;

  @TempDir private Path folder;

  @Test
  void first_file_that_says_something_holds() throws Exception {
    Path first = kubeconfig("first", USUAL.replace("USER", "{token: a}"));
    Path second =
        kubeconfig("second", USUAL.replace("USER", "{token: b}").replace("192.0.2.1", "192.0.2.2"));

    Config config = find(folder.resolve("none") + ":" + first + ":" + second, "");

    assertThat(config.getMasterUrl()).isEqualTo("https://192.0.2.1:6443/");
    assertThat(config.getNamespace()).isEqualTo("shop");
    assertThat(config.getAutoOAuthToken()).isEqualTo("a");
  }

  @Test
  void token_in_a_file_beside_goes_before_the_one_that_is_written_down() throws Exception {
    Files.writeString(folder.resolve("token"), "fresh\n");
    Path file = kubeconfig("c", USUAL.replace("USER", "{tokenFile: token, token: stale}"));

    assertThat(find(file.toString(), "").getAutoOAuthToken()).isEqualTo("fresh");
  }

  @Test
  void who_is_acted_as_may_stand_in_the_file_and_the_command_line_goes_first() throws Exception {
    Path file =
        kubeconfig("c", USUAL.replace("USER", "{token: a, as: jane, as-groups: [readers]}"));

    Config config = find(file.toString(), "");
    assertThat(config.getImpersonateUsername()).isEqualTo("jane");
    assertThat(config.getImpersonateGroups()).containsExactly("readers");
    Access.Wanted wanted = new Access.Wanted(file.toString(), "", "joe", List.of());
    Config joe = Access.find(wanted, Map.of());
    assertThat(joe.getImpersonateUsername()).isEqualTo("joe");
    assertThat(joe.getImpersonateGroups()).isEmpty();
  }

  @Test
  void program_that_logs_in_is_run_with_its_variables() throws Exception {
    Path program = folder.resolve("login");
    Files.writeString(
        program,
        """
        #!/bin/sh
        echo 'a warning, for who sits there' >&2
        echo "{\\"apiVersion\\":\\"client.authentication.k8s.io/v1\\",\\"kind\\":\\"ExecCredential\\",\\"status\\":{\\"token\\":\\"$WHO-$1\\"}}"
        """);
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Path file =
        kubeconfig(
            "c",
            USUAL.replace(
                "USER",
                "{exec: {apiVersion: client.authentication.k8s.io/v1, command: ./login,"
                    + " args: [b], env: [{name: WHO, value: a}]}}"));

    assertThat(find(file.toString(), "").getAutoOAuthToken()).isEqualTo("a-b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "exit 3 | it ended with 3",
        "echo secret | got what is no JSON",
        "echo '{}' | got none",
        "true | got none"
      })
  void program_that_gives_no_login_is_named_and_not_quoted(String script, String told)
      throws Exception {
    Path program = Files.writeString(folder.resolve("login"), "#!/bin/sh\n" + script + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Path file =
        kubeconfig(
            "c",
            USUAL.replace(
                "USER", "{exec: {apiVersion: client.authentication.k8s.io/v1, command: ./login}}"));

    assertThatThrownBy(() -> find(file.toString(), ""))
        .isInstanceOf(NoClusterException.class)
        .hasMessageContaining("from ./login for the user me, " + told + "; run it by hand")
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`current-context: one` | `` | expected a current context, found none; --context may be one of one",
        "`current-context: one` | `current-context: two` | found two; --context may be one of one",
        "`192.0.2.1:6443/` | `` | expected as server https",
        "`https://192.0.2.1:6443/` | `ftp://x` | expected as server https",
        "`user: me,` | `user: you,` | expected as user one of me, found you",
        "`cluster: one,` | `` | expected as cluster one of one, found none",
        "`USER` | `{client-certificate: me.crt}` | expected a client-certificate in",
        "`USER` | `{client-certificate-data: YQ==}` | expected as client-key one that goes with",
        "`USER` | `{tokenFile: none}` | expected a token in",
        "`clusters:` | `  clusters` | found what is no YAML",
        "`clusters:` | `\u0001clusters:` | expected a kubeconfig, found something else"
      })
  void what_is_wrong_with_a_kubeconfig_is_named(String text, String other, String told)
      throws Exception {
    Path file = kubeconfig("c", USUAL.replace(text, other).replace("USER", "{token: secret}"));

    assertThatThrownBy(() -> find(file.toString(), ""))
        .isInstanceOf(NoClusterException.class)
        .hasMessageContaining(told)
        .hasMessageNotContaining("secret");
  }

  @Test
  void keys_that_are_none_are_told_and_not_quoted() throws Exception {
    Path file =
        kubeconfig(
            "c",
            USUAL.replace(
                "USER", "{client-certificate-data: c2VjcmV0, client-key-data: c2VjcmV0}"));
    Config config = find(file.toString(), "");

    assertThatThrownBy(() -> new Client(config))
        .isInstanceOf(NoClusterException.class)
        .hasMessage(
            "cluster https://192.0.2.1:6443: expected certificates and a key, found others");
  }

  @ParameterizedTest
  @CsvSource({"EC, EC", "RSA, RSA", "Ed25519, EdDSA"})
  void key_whose_text_does_not_say_what_it_is_for_is_looked_at(String kind, String algorithm)
      throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
    if (kind.equals("RSA")) {
      // A long one is seconds of looking for primes.
      generator.initialize(1024);
    }
    String pem =
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder()
                .encodeToString(generator.generateKeyPair().getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n";
    Path key = Files.writeString(folder.resolve("me.key"), pem);
    Files.writeString(folder.resolve("me.crt"), "");
    String data = Base64.getEncoder().encodeToString(Files.readAllBytes(key));

    for (String given : List.of("client-key: me.key", "client-key-data: " + data)) {
      Path file =
          kubeconfig("c", USUAL.replace("USER", "{client-certificate: me.crt, " + given + "}"));
      assertThat(find(file.toString(), "").getClientKeyAlgo()).isEqualTo(algorithm);
    }
  }

  @Test
  void proxy_of_a_cluster_is_for_tls_too() throws Exception {
    Path file =
        kubeconfig(
            "c",
            USUAL
                .replace("USER", "{token: a}")
                .replace(
                    "cluster: {server", "cluster: {proxy-url: 'http://192.0.2.9:3128', server"));

    assertThat(find(file.toString(), "").getHttpsProxy()).isEqualTo("http://192.0.2.9:3128");
  }

  @Test
  void empty_file_has_no_contexts() throws Exception {
    Path file = kubeconfig("c", "");

    assertThatThrownBy(() -> find(file.toString(), ""))
        .hasMessageContaining("it has no contexts at all");
    assertThatThrownBy(() -> find(file.toString(), "x"))
        .hasMessageContaining("has no contexts at all");
  }

  private Path kubeconfig(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static Config find(String files, String context) throws NoClusterException {
    return Access.find(new Access.Wanted(files, context, "", List.of()), Map.of());
  }
}
