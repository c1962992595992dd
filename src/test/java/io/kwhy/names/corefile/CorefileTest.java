package io.kwhy.names.corefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What CoreDNS takes and what it turns down, as its documentation and its sources have it. */
class CorefileTest {
  private static final String K3S =
      """
      .:53 {
          errors
          health
          ready
          kubernetes cluster.local in-addr.arpa ip6.arpa {
            pods insecure
            fallthrough in-addr.arpa ip6.arpa
          }
          hosts /etc/coredns/NodeHosts {
            ttl 60
            reload 15s
            fallthrough
          }
          prometheus :9153
          cache 30
          loop
          reload
          loadbalance
          import /etc/coredns/custom/*.override
          forward . /etc/resolv.conf
      }
      import /etc/coredns/custom/*.server
      """;

  private static final ImportedFiles NO_FILES =
      new ImportedFiles(new TreeMap<>(), List.of(ImportedFiles.CUSTOM));

  private static Corefile read(String text) {
    return Corefile.read(text, NO_FILES);
  }

  private static String problem(String text) {
    return read(text).rejection().map(Corefile.Rejection::problem).orElse("");
  }

  private static int line(String text) {
    return read(text).rejection().map(Corefile.Rejection::line).orElse(0);
  }

  private static String custom(String key, String text) {
    ImportedFiles files =
        new ImportedFiles(
            new TreeMap<>(Map.of(ImportedFiles.CUSTOM + key, text)), List.of(ImportedFiles.CUSTOM));
    return Corefile.read(K3S, files)
        .rejection()
        .map(found -> found.file() + ":" + found.line())
        .orElse("");
  }

  @Test
  void corefile_of_k3s_is_taken() {
    assertThat(problem(K3S)).isEmpty();
    assertThat(read(K3S).blocks()).hasSize(1);
  }

  @Test
  void corefile_of_an_old_k3s_is_taken() {
    String old = K3S.replace("      pods insecure\n", "      pods insecure\n      upstream\n");
    assertThat(problem(old.replaceAll("(?m)^.*import.*\n", ""))).isEmpty();
  }

  @Test
  void brace_that_is_not_closed_is_noticed_by_what_it_swallows() {
    String broken = K3S.replace("cache 30\n", "cache 30 {\n");
    assertThat(problem(broken)).contains("plugin/cache: unknown property 'loop'");
    assertThat(line(broken)).isEqualTo(16);
  }

  @Test
  void brace_of_the_server_block_that_is_not_closed_makes_the_import_its_own() {
    String broken = K3S.replace("resolv.conf\n}\n", "resolv.conf\n");
    assertThat(problem(broken)).contains("expecting '}'");
  }

  @Test
  void a_duration_of_many_parts_is_read_however_long_it_is() {
    assertThat(problem(".:53 {\nreload " + "1.1ns".repeat(20_000) + "\n}\n")).isEmpty();
  }

  @Test
  void brace_too_many() {
    assertThat(problem(K3S.replace("loop\n", "loop }\n")))
        .isEqualTo("Unexpected '}' because no matching opening brace");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // A first argument that is no number is a zone.
        "cache thirty",
        "cache 30 cluster.local",
        "cache {\n success 5000 3600\n denial 2500 30\n }",
        "errors stdout",
        "health :8080",
        "health {\n lameduck 5s\n }",
        "log . {\n class error\n }",
        "loadbalance round_robin",
        "forward . 1.1.1.1 8.8.8.8:53 tls://9.9.9.9",
        "forward . /etc/resolv.conf {\n max_concurrent 1000\n policy sequential\n }",
        "forward . dns.example.com",
        "rewrite name foo.example.com foo.default.svc.cluster.local",
        "template IN A wild.example.com {\n answer \"{{ .Name }} 60 IN A 192.0.2.1\"\n }",
        "hosts {\n 192.0.2.1 fall\n fallthrough\n }",
        "hosts {\n falthrough\n }",
        "kubernetes cluster.local {\n some_option_of_tomorrow 5\n }",
        "reload 30s 15s",
        "# cache {",
        "cache 30 # {",
        "acl {\n block type * net 10.0.0.0/8\n }",
        "bind 10.0.0.1",
      })
  void is_taken(String directive) {
    assertThat(problem(".:53 {\n" + directive + "\n}\n")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "forwrad . /etc/resolv.conf|Unknown directive 'forwrad'",
        "kubernets cluster.local|Unknown directive 'kubernets'",
        "frobnicate|Unknown directive 'frobnicate'",
        "fallthrough|Unknown directive 'fallthrough'",
        "forward .|Wrong argument count or unexpected line ending after '.'",
        "forward|Wrong argument count or unexpected line ending after 'forward'",
        "forward . 10.0.0.300|not an IP address or file: \"10.0.0.300\"",
        "forward . 10.0.0|not an IP address or file: \"10.0.0\"",
        "forward . http://1.1.1.1|'http' is not supported as a destination protocol",
        "forward . 1.1.1.1 { policy fastest }|unknown policy 'fastest'",
        "cache 0|cache TTL can not be zero or negative: 0",
        "cache -5|cache TTL can not be zero or negative: -5",
        "loop twice|Wrong argument count or unexpected line ending after 'twice'",
        "health 8080|missing port in address",
        "prometheus 9153|missing port in address",
        "errors file.log|invalid log file: file.log",
        "loadbalance fair|unknown policy: fair",
        "reload soon|invalid duration \"soon\"",
        "kubernetes in-addr.arpa|non-reverse zone name must be used",
        "import /etc/coredns/custom/mine.txt|File to import not found",
        "import|after 'import'",
      })
  void is_turned_down(String directive, String problem) {
    assertThat(problem(".:53 {\n" + directive + "\n}\n")).contains(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pods insecur|wrong value for pods: insecur",
        "pods|after 'pods'",
        "pod insecure|unknown property 'pod'",
        "falthrough in-addr.arpa|unknown property 'falthrough'",
        "ttl many|invalid syntax",
        "ttl 4000|must be in range [0, 3600]",
      })
  void property_is_turned_down(String property, String problem) {
    assertThat(problem(".:53 {\nkubernetes cluster.local {\n" + property + "\n}\n}\n"))
        .contains(problem);
  }

  @Test
  void plugin_that_is_there_twice() {
    assertThat(problem(".:53 {\ncache 30\ncache 60\n}\n")).contains("only be used once");
    assertThat(line(".:53 {\ncache 30\ncache 60\n}\n")).isEqualTo(3);
  }

  @Test
  void brace_within_a_plugin_that_knows_none_takes_its_end_away() {
    String broken =
        ".:53 {\nhosts /etc/coredns/NodeHosts {\nttl 60 {\nfallthrough\n}\nloop\n}\n}\n";
    assertThat(problem(broken)).contains("plugin/hosts: this plugin can only be used once");
    assertThat(line(broken)).isEqualTo(3);
  }

  @Test
  void zone_that_is_served_twice() {
    assertThat(problem(".:53 {\nlog\n}\n.:53 {\nlog\n}\n"))
        .isEqualTo("cannot serve dns://.:53 - it is already defined");
    assertThat(problem(".:53 {\nlog\n}\n.:54 {\nlog\n}\nexample.com {\nlog\n}\n")).isEmpty();
    assertThat(problem(".:53 {\nbind 10.0.0.1\n}\n.:53 {\nbind 10.0.0.2\n}\n")).isEmpty();
  }

  @Test
  void brace_that_sticks_to_the_key() {
    assertThat(problem(".:53{\nlog\n}\n")).startsWith("zone is not a valid domain name");
  }

  @Test
  void block_without_braces_is_taken() {
    assertThat(problem(".:53\nerrors\nforward . 1.1.1.1\n")).isEmpty();
  }

  @Test
  void comma_announces_another_zone() {
    assertThat(read("a.example.com,\nb.example.com {\nlog\n}\n").blocks().get(0).keys())
        .extracting(CorefileToken::text)
        .containsExactly("a.example.com", "b.example.com");
    assertThat(problem("a.example.com, {\nlog\n}\n")).contains("check for extra comma");
  }

  @Test
  void snippet_is_put_in_where_it_is_imported() {
    String text = "(common) {\nerrors\ncache 30\n}\n.:53 {\nimport common\n}\n";
    assertThat(problem(text)).isEmpty();
    assertThat(read(text).blocks().get(0).directive("cache")).isPresent();
    assertThat(problem(text.replace("cache 30", "cash 30"))).isEqualTo("Unknown directive 'cash'");
    assertThat(problem("(a) {\nlog\n}\n(a) {\nlog\n}\n")).startsWith("redeclaration");
  }

  @Test
  void quoted_words_may_hold_anything() {
    List<CorefileToken> tokens = CorefileLexer.tokens("a \"b { # \\\" c\" \"\"\nd", "f");
    assertThat(tokens).extracting(CorefileToken::text).containsExactly("a", "b { # \" c", "", "d");
    assertThat(tokens.get(3).line()).isEqualTo(2);
  }

  @Test
  void override_becomes_part_of_the_block() {
    assertThat(custom("log.override", "log\n")).isEmpty();
    assertThat(custom("log.override", "logg\n")).isEqualTo("/etc/coredns/custom/log.override:1");
    assertThat(custom("dns.override", "\ncache 60\n"))
        .isEqualTo("/etc/coredns/custom/dns.override:2");
  }

  @Test
  void server_file_is_a_block_of_its_own() {
    assertThat(custom("corp.server", "corp.example:53 {\nforward . 10.0.0.1\n}\n")).isEmpty();
    assertThat(custom("corp.server", "corp.example:53 {\nforward . 10.0.0.1\n"))
        .startsWith("/etc/coredns/custom/corp.server:");
    assertThat(custom("all.server", ".:53 {\nforward . 10.0.0.1\n}\n"))
        .isEqualTo("/etc/coredns/custom/all.server:1");
  }

  @Test
  void key_that_no_pattern_matches_is_not_read() {
    assertThat(custom("notes.txt", "}{")).isEmpty();
  }

  @Test
  void garbage_is_turned_down_without_a_crash() {
    for (String text :
        List.of("", "{", "}", "}}}}", "{{{{", "import", "(", "()", "( ) {", ",", "\"")) {
      read(text);
    }
    assertThat(problem(".:53 {\n" + "cache {\n".repeat(5000))).isNotEmpty();
  }

  @Test
  void import_of_itself_ends() {
    assertThat(problem("(a) {\nimport b\n}\n(b) {\nimport a\n}\n.:53 {\nimport a\n}\n"))
        .contains("import depth");
  }

  @Test
  void snippet_that_is_imported_again_and_again_does_not_fill_the_memory() {
    String snippet = "(long) {\n" + "log\n".repeat(5_000) + "}\n";

    assertThat(problem(snippet + ".:53 {\n" + "import long\n".repeat(900) + "}\n"))
        .isEqualTo("its imports make more than 1000000 words of it");
  }
}
