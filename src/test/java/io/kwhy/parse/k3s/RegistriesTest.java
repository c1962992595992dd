package io.kwhy.parse.k3s;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.Source;
import io.kwhy.fact.Fact;
import io.kwhy.fact.node.MalformedFile;
import io.kwhy.fact.node.RegistryMirror;
import io.kwhy.fact.node.UnknownRegistriesKey;
import io.kwhy.parse.Recorded;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RegistriesTest {
  @Test
  void keys_that_k3s_knows_are_none_that_it_skips() {
    assertThat(
            parsed(
                """
                mirrors:
                  "*":
                  docker.io:
                    endpoint: [https://mirror.lab]
                    rewrite: {"^a": b}
                configs:
                  mirror.lab:
                    auth: {username: u, password: p, auth: a, identity_token: t}
                    tls: {ca_file: /a, cert_file: /b, key_file: /c, insecure_skip_verify: true}
                """))
        .hasOnlyElementsOfType(RegistryMirror.class);
  }

  @Test
  void a_misspelt_section_is_lost_with_all_its_registries() {
    UnknownRegistriesKey key = key("mirror:\n  docker.io:\n    endpoint: [x]\n  quay.io:\n");

    assertThat(key.key()).isEqualTo("mirror");
    assertThat(key.section()).isEqualTo("mirrors");
    assertThat(key.nearest()).isEqualTo("mirrors");
    assertThat(key.registries()).containsExactly("docker.io", "quay.io");
  }

  @Test
  void a_key_spelled_as_in_other_files_is_told_with_the_right_one() {
    UnknownRegistriesKey key =
        key("configs:\n  reg.lab:5000:\n    tls:\n      insecureSkipVerify: true\n");

    assertThat(key.key()).isEqualTo("configs.reg.lab:5000.tls.insecureSkipVerify");
    assertThat(key.nearest()).isEqualTo("insecure_skip_verify");
    assertThat(key.registries()).containsExactly("reg.lab:5000");
    assertThat(key.origin().line()).isEqualTo(4);
  }

  @Test
  void a_list_instead_of_a_map_is_malformed() {
    assertThat(parsed("- docker.io\n")).hasOnlyElementsOfType(MalformedFile.class);
  }

  @Test
  void a_registry_has_mirrors_or_is_shared_where_it_stands_among_them() {
    List<Fact> mirrors = parsed("mirrors:\n  quay.io:\n  reg.lab:5000:\n    endpoint: [x]\n");

    assertThat(mirrors)
        .extracting(fact -> ((RegistryMirror) fact).registry())
        .containsExactly("quay.io", "reg.lab:5000");
    assertThat(((RegistryMirror) mirrors.get(1)).isOf("quay.io")).isFalse();
  }

  private static UnknownRegistriesKey key(String text) {
    return parsed(text).stream()
        .filter(UnknownRegistriesKey.class::isInstance)
        .map(UnknownRegistriesKey.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static List<Fact> parsed(String text) {
    String path = "nodes/w1/files/etc/rancher/k3s/registries.yaml";
    return Recorded.run(Registries::parse, Source.REGISTRIES, "w1", path, text).facts();
  }
}
