package io.kwhy.parse.k3s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kwhy.bundle.Source;
import io.kwhy.bundle.redaction.ScryptHash;
import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import io.kwhy.fact.node.NodeName;
import io.kwhy.fact.node.NodePasswordCheck;
import io.kwhy.fact.node.NodePasswordFile;
import io.kwhy.fact.node.NodePasswordRecord;
import io.kwhy.parse.Facts;
import io.kwhy.parse.HostEntries;
import io.kwhy.parse.Input;
import io.kwhy.parse.Recorded;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bouncycastle.crypto.generators.SCrypt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodePasswordsTest {
  private static final String PASSWORD = "5f4dcc3b5aa765d61d8327deb882cf99";
  private static final String OTHER = "00000000000000000000000000000000";
  private static final String HASH = hash(PASSWORD);
  private static final String HASH_OF_OTHER = hash(OTHER);
  private static final String NODE_PASSWD =
      "nodes/s1/files/var/lib/rancher/k3s/server/cred/node-passwd";

  private final List<Input> secrets = new ArrayList<>();
  private final Map<String, List<Input>> files = new TreeMap<>();
  private final Recorded recorded = new Recorded("gaps");
  private Set<String> settled = Set.of();

  private record Captured(String node, List<Input> inputs, Facts facts) implements HostEntries {
    @Override
    public String role() {
      return "";
    }

    @Override
    public List<Input> of(Source source) {
      return inputs.stream().filter(input -> input.source() == source).toList();
    }

    @Override
    public Facts facts(Input input) {
      return facts;
    }
  }

  private void host(String node, Source source, String path, String text) {
    files
        .computeIfAbsent(node, key -> new ArrayList<>())
        .add(Recorded.input(source, node, path, text));
  }

  private void passwordOf(String node, String password) {
    host(
        node, Source.NODE_PASSWORD, "nodes/" + node + "/files/etc/rancher/node/password", password);
  }

  private void secret(String name, String hash) {
    String data = Base64.getEncoder().encodeToString(hash.getBytes(StandardCharsets.UTF_8));
    String list =
        """
        {"items": [{"metadata": {"name": "%s.node-password.k3s", "namespace": "kube-system",
          "creationTimestamp": "2026-11-23T05:49:02Z"}, "data": {"hash": "%s"},
          "type": "Opaque"}]}
        """
            .formatted(name, data);
    secrets.add(Recorded.input(Source.SECRETS, "", "cluster/secrets.json", list));
  }

  /** As k3s makes them, but for 2^15: that takes a tenth of a second. */
  private static String hash(String password) {
    byte[] salt = HexFormat.of().parseHex("5d2655087f72e47c");
    byte[] key =
        SCrypt.generate(password.getBytes(StandardCharsets.UTF_8), salt, 1 << 10, 8, 1, 64);
    return "$1:5d2655087f72e47c:10:8:1:" + Base64.getEncoder().withoutPadding().encodeToString(key);
  }

  private List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    List<Captured> hosts = new ArrayList<>();
    Map<String, NodeName> names = new TreeMap<>();
    files.forEach(
        (node, inputs) -> {
          hosts.add(new Captured(node, inputs, recorded));
          names.put(node, new NodeName(node, node, node, "hostname", Origin.of("h")));
        });
    NodePasswords.read(
        hosts, names, settled, secrets, input -> recorded, ScryptHash::accepts, facts::add);
    return facts;
  }

  private List<Boolean> accepted() {
    return facts().stream()
        .filter(NodePasswordCheck.class::isInstance)
        .map(fact -> ((NodePasswordCheck) fact).accepted())
        .toList();
  }

  @Test
  void secret_accepts_the_password_that_it_was_made_of() {
    passwordOf("w1", PASSWORD + "\n");
    secret("w1", HASH);
    assertThat(accepted()).containsExactly(true);
  }

  @Test
  void secret_does_not_accept_another_password() {
    passwordOf("w1", OTHER);
    secret("w1", HASH);
    assertThat(accepted()).containsExactly(false);
  }

  @Test
  void file_of_old_servers_is_compared_in_the_clear() {
    passwordOf("w1", PASSWORD);
    passwordOf("w2", OTHER);
    host("s1", Source.NODE_PASSWD, NODE_PASSWD, PASSWORD + ",w1,w1,\n" + PASSWORD + ",w2\n");
    assertThat(facts())
        .filteredOn(NodePasswordCheck.class::isInstance)
        .extracting(fact -> fact.text())
        .containsExactly(
            "/var/lib/rancher/k3s/server/cred/node-passwd accepts the password in"
                + " /etc/rancher/node/password of w1",
            "/var/lib/rancher/k3s/server/cred/node-passwd does not accept the password in"
                + " /etc/rancher/node/password of w2");
  }

  @Test
  void neither_password_nor_hash_leaves() {
    passwordOf("w1", PASSWORD);
    secret("w1", HASH_OF_OTHER);
    host("s1", Source.NODE_PASSWD, NODE_PASSWD, OTHER + ",w1\n");
    String all = facts().toString() + recorded.gaps();
    assertThat(all)
        .doesNotContain(PASSWORD)
        .doesNotContain(OTHER)
        .doesNotContain("5d2655087f72e47c")
        .doesNotContain(HASH_OF_OTHER.substring(30));
  }

  @Test
  void equal_passwords_have_equal_fingerprints_and_others_not() {
    passwordOf("w1", PASSWORD);
    passwordOf("w2", PASSWORD);
    passwordOf("w3", OTHER);
    List<String> prints =
        facts().stream()
            .filter(NodePasswordFile.class::isInstance)
            .map(fact -> ((NodePasswordFile) fact).fingerprint())
            .toList();
    assertThat(prints.get(0)).isEqualTo(prints.get(1)).isNotEqualTo(prints.get(2)).hasSize(8);
  }

  @Test
  void node_that_is_ready_is_not_checked() {
    settled = Set.of("w1");
    passwordOf("w1", OTHER);
    secret("w1", HASH);
    assertThat(accepted()).isEmpty();
    assertThat(facts()).anyMatch(NodePasswordRecord.class::isInstance);
  }

  @Test
  void hash_that_asks_for_gigabytes_is_refused() {
    assertThatThrownBy(() -> ScryptHash.parse("$1:00:30:8:1:AAAA"))
        .hasMessageContaining("expected scrypt parameters");
    assertThatThrownBy(() -> ScryptHash.parse("$1:00:18:16:1:AAAA"))
        .hasMessageContaining("expected scrypt parameters");
  }

  @Test
  void one_name_has_one_secret_however_often_a_list_has_it() {
    passwordOf("w1", PASSWORD);
    secret("w1", HASH_OF_OTHER);
    secret("w1", HASH_OF_OTHER);

    assertThat(accepted()).containsExactly(false);
  }

  @Test
  void broken_hash_is_a_gap_without_the_hash() {
    passwordOf("w1", PASSWORD);
    secret("w1", "$2y$10$abcdefghijklmnopqrstuv");
    assertThat(accepted()).isEmpty();
    assertThat(facts().toString()).contains("expected a hash").doesNotContain("abcdefghij");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$1:5d26:ThisIsTheKey:8:1:AAAA",
        "$1:5d26:15:8:ThisIsTheKey:AAAA",
        "$1:ThisIsTheKey:15:8:1:AAAA",
        "$1:5d26:15:8:1:ThisIsTheKey~",
        "$1:5d26:15:8:1:"
      })
  void what_is_said_of_a_broken_hash_does_not_quote_it(String hash) {
    assertThatThrownBy(() -> ScryptHash.parse(hash))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("expected ")
        .message()
        .doesNotContain("ThisIsTheKey", "5d26", "~");
  }

  @Test
  void fields_in_quotes_are_what_stands_between_them() {
    passwordOf("w1", PASSWORD);
    host("s1", Source.NODE_PASSWD, NODE_PASSWD, "\"" + PASSWORD + "\",\"w1\",\"a,b\",x\r\n");
    assertThat(accepted()).containsExactly(true);
  }

  @Test
  void line_without_a_name_is_a_gap() {
    host("s1", Source.NODE_PASSWD, NODE_PASSWD, "justone\n" + PASSWORD + ",w1\n");
    assertThat(facts()).hasSize(1);
    assertThat(recorded.gaps())
        .containsExactly("1: expected password,name; found less than two columns");
  }
}
