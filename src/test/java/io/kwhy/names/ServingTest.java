package io.kwhy.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.names.corefile.Corefile;
import io.kwhy.names.corefile.ImportedFiles;
import io.kwhy.names.corefile.ServerBlock;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where questions end, by what CoreDNS's documentation says of each plugin. */
class ServingTest {
  private static final String API = "kubernetes.default.svc.cluster.local";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // what k3s has
        "'' | " + API + " | kubernetes | " + API,
        "'' | example.com | forward | example.com",
        // a rule that rewrites
        "rewrite name exact example.com example.net | example.com | forward | example.net",
        "rewrite name example.com example.net | example.com | forward | example.net",
        "rewrite name example.com example.net | www.example.com | forward | www.example.com",
        "rewrite stop name suffix .lab.example .svc.cluster.local"
            + " | web.shop.lab.example | kubernetes | web.shop.svc.cluster.local",
        "rewrite name regex (.*)\\.lab\\.example {1}.svc.cluster.local"
            + " | web.shop.lab.example | kubernetes | web.shop.svc.cluster.local",
        "rewrite name regex ^web\\. other.example | web.lab.example | forward | other.example",
        "rewrite name regex (web.lab {1} | web.lab.example | forward | web.lab.example",
        "rewrite name substring cluster lab | "
            + API
            + " | forward | kubernetes.default.svc.lab.local",
        "rewrite name prefix kubernetes. k8s. | "
            + API
            + " | kubernetes | k8s.default.svc.cluster.local",
        "rewrite type ANY HINFO | example.com | forward | example.com",
        // answers made up
        "template IN ANY { rcode NXDOMAIN } | " + API + " | template | " + API,
        "template IN AAAA { rcode NXDOMAIN } | " + API + " | kubernetes | " + API,
        "template IN A lab.example { rcode NXDOMAIN } | example.com | forward | example.com",
        "template IN A { match ^www ; rcode NXDOMAIN } | www.example.com | template | www.example.com",
        "template IN A { match ^www ; rcode NXDOMAIN } | example.com | forward | example.com",
        "template IN A { match \\Qwww.\\E(?P<host>[[:alpha:]]+) ; rcode NXDOMAIN }"
            + " | www.example.com | template | www.example.com",
        // lists of hosts
        "hosts { 192.0.2.1 example.com ; fallthrough } | example.com | hosts | example.com",
        "hosts { 192.0.2.1 example.com ; fallthrough } | example.net | forward | example.net",
        "hosts { 192.0.2.1 example.com } | example.net | hosts | example.net",
        "hosts { fallthrough cluster.local } | example.net | hosts | example.net",
        "hosts /etc/lab.hosts lab.example { ttl 60 } | example.net | forward | example.net",
        // refusals
        "acl { block } | example.com | acl | example.com",
        "acl { block type AAAA } | example.com | forward | example.com",
        "acl lab.example { block } | example.com | forward | example.com",
      })
  void a_question_ends_at(String line, String question, String plugin, String asked) {
    Serving.End end = serving(line == null ? "" : line).end(question).orElseThrow();
    assertThat(end.plugin().map(directive -> directive.name().text())).contains(plugin);
    assertThat(end.name()).isEqualTo(asked);
  }

  @ParameterizedTest
  @CsvSource({
    "lab.example:53, www.lab.example, whoami",
    "lab.example:53, lab.example, whoami",
    "lab.example:53, mylab.example, forward",
    "lab.example:5353, lab.example, forward",
    "tls://lab.example, lab.example, forward",
    "dns://lab.example:53, lab.example, whoami",
    "LAB.example, lab.example, whoami",
  })
  void the_block_with_the_longest_zone_is_asked(String key, String question, String plugin) {
    String more = key + " {\n whoami\n}\n";
    Serving.End end = new Serving(blocks(corefile("") + more)).end(question).orElseThrow();
    assertThat(end.plugin().map(directive -> directive.name().text())).contains(plugin);
  }

  private static Serving serving(String line) {
    return new Serving(
        blocks(corefile(line.replace("{ ", "{\n").replace(" ;", "\n").replace(" }", "\n}"))));
  }

  private static String corefile(String line) {
    return """
        .:53 {
            errors
            kubernetes cluster.local in-addr.arpa ip6.arpa {
              fallthrough in-addr.arpa ip6.arpa
            }
            cache 30
            forward . /etc/resolv.conf
            %s
        }
        """
        .formatted(line);
  }

  private static List<ServerBlock> blocks(String text) {
    Corefile corefile = Corefile.read(text, new ImportedFiles(new TreeMap<>(), List.of()));
    assertThat(corefile.rejection()).isEmpty();
    return corefile.blocks();
  }
}
