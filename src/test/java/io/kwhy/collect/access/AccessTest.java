package io.kwhy.collect.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    Login login = find(folder.resolve("none") + ":" + first + ":" + second, "");

    assertThat(login.server()).isEqualTo("https://192.0.2.1:6443");
    assertThat(login.namespace()).isEqualTo("shop");
    assertThat(login.headers()).extracting(Login.Header::value).containsExactly("Bearer a");
    assertThat(login.toString()).doesNotContain("Bearer");
  }

  @Test
  void token_in_a_file_beside_goes_before_the_one_that_is_written_down() throws Exception {
    Files.writeString(folder.resolve("token"), "fresh\n");
    Path file = kubeconfig("c", USUAL.replace("USER", "{tokenFile: token, token: stale}"));

    assertThat(find(file.toString(), "").headers())
        .extracting(Login.Header::value)
        .containsExactly("Bearer fresh");
  }

  @Test
  void who_is_acted_as_may_stand_in_the_file_and_the_command_line_goes_first() throws Exception {
    Path file =
        kubeconfig("c", USUAL.replace("USER", "{token: a, as: jane, as-groups: [readers]}"));

    assertThat(find(file.toString(), "").headers())
        .extracting(Login.Header::value)
        .containsExactly("Bearer a", "jane", "readers");
    Access.Wanted joe = new Access.Wanted(file.toString(), "", "joe", List.of());
    assertThat(Access.find(joe, Map.of()).headers())
        .extracting(Login.Header::value)
        .containsExactly("Bearer a", "joe");
  }

  @Test
  void program_that_logs_in_is_run_with_its_variables() throws Exception {
    Path program = folder.resolve("login");
    Files.writeString(
        program,
        """
        #!/bin/sh
        echo 'a warning' >/dev/null
        echo "{\\"kind\\":\\"ExecCredential\\",\\"status\\":{\\"token\\":\\"$WHO-$1\\"}}"
        """);
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Path file =
        kubeconfig(
            "c",
            USUAL.replace(
                "USER",
                "{exec: {apiVersion: client.authentication.k8s.io/v1, command: ./login,"
                    + " args: [b], env: [{name: WHO, value: a}]}}"));

    assertThat(find(file.toString(), "").headers())
        .extracting(Login.Header::value)
        .containsExactly("Bearer a-b");
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
    Path file = kubeconfig("c", USUAL.replace("USER", "{exec: {command: ./login}}"));

    assertThatThrownBy(() -> find(file.toString(), ""))
        .isInstanceOf(NoClusterException.class)
        .hasMessageContaining("./login for the user me, " + told)
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`current-context: one` | `` | expected a current context, found none; --context may be one of one",
        "`current-context: one` | `current-context: two` | found two; --context may be one of one",
        "`192.0.2.1:6443/` | `` | expected a server as in",
        "`https://192.0.2.1:6443/` | `ftp://x` | expected a server as in",
        "`user: me,` | `user: you,` | expected as user one of me, found you",
        "`cluster: one,` | `` | expected as cluster one of one, found none",
        "`USER` | `{client-certificate: me.crt}` | expected a client-certificate in",
        "`USER` | `{client-certificate-data: '%'}` | expected base64 as client-certificate-data",
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

  private static Login find(String files, String context) throws NoClusterException {
    return Access.find(new Access.Wanted(files, context, "", List.of()), Map.of());
  }
}
