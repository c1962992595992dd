package io.kwhy.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order in which names are asked for, held against the real libc and a real DNS server. */
@Tag("slow")
class LibcResolverTest {
  private static final Path SCRIPT = Path.of("src/test/resources/io/kwhy/names/libc-resolver.sh");
  private static final String CLUSTER = "shop.svc.cluster.local svc.cluster.local cluster.local";

  private static final String MANY =
      IntStream.range(0, 32).mapToObj("d%d.example"::formatted).collect(Collectors.joining(" "));

  @TempDir private Path folder;

  /**
   * @param existing the only name that the server knows
   */
  private record Case(String name, int ndots, String existing, List<String> search) {
    static Case of(String name, int ndots, String existing, String search) {
      return new Case(name, ndots, existing, List.of(search.split(" ")));
    }

    String line() {
      return name + " " + ndots + " " + existing + " " + String.join(" ", search);
    }

    /** Up to the first that exists. */
    List<String> expected() {
      List<String> asked = new ArrayList<>();
      for (String candidate : Candidates.of(name, search, ndots)) {
        asked.add(candidate);
        if (candidate.equals(existing)) {
          break;
        }
      }
      return asked;
    }
  }

  private static final List<Case> CASES =
      List.of(
          Case.of("web", 5, "web.shop.svc.cluster.local", CLUSTER),
          Case.of("web.shop", 5, "web.shop.svc.cluster.local", CLUSTER),
          Case.of("web.shop.svc", 5, "web.shop.svc.cluster.local", CLUSTER),
          Case.of("example.com", 5, "example.com", CLUSTER + " corp.example"),
          Case.of("example.com.", 5, "example.com", CLUSTER),
          Case.of("nothing.example.com", 5, "example.com", CLUSTER),
          Case.of("example.com", 1, "example.com", CLUSTER),
          Case.of("nothing.com", 1, "example.com", CLUSTER),
          Case.of("web", 1, "web.corp.example", "lab.example corp.example"),
          Case.of("a.b.c.d.e.f", 5, "example.com", CLUSTER),
          Case.of("example.com", 2, "example.com.corp.example", "corp.example"),
          Case.of("web", 0, "example.com", "corp.example"),
          Case.of("web", 5, "example.com", ". corp.example"),
          Case.of("web", 5, "example.com", "corp.example ."),
          Case.of("web.shop", 1, "example.com", ". corp.example"),
          Case.of("a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p", 15, "example.com", CLUSTER),
          Case.of("a.b.c.d.e.f.g.h.i.j.k.l.m.n.o", 15, "example.com", CLUSTER),
          Case.of("_sip._tcp.web", 5, "_sip._tcp.web.shop.svc.cluster.local", CLUSTER),
          Case.of("web", 5, "web.d31.example", MANY));

  @Test
  void asks_for_the_same_names_in_the_same_order() throws Exception {
    Path cases = folder.resolve("cases");
    Files.write(cases, CASES.stream().map(Case::line).toList());
    List<String> asked = run(cases);
    List<String> expected = CASES.stream().map(each -> String.join(" ", each.expected())).toList();
    assertThat(asked).isEqualTo(expected);
  }

  private List<String> run(Path cases) throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Path errors = folder.resolve("errors");
    Process process =
        new ProcessBuilder(
                "unshare", "--net", "--mount", "bash", SCRIPT.toString(), cases.toString())
            .redirectOutput(out.toFile())
            .redirectError(errors.toFile())
            .start();
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    process.destroyForcibly();
    boolean worked = ended && process.exitValue() == 0;
    String said = Files.readString(errors, StandardCharsets.UTF_8);
    // In CI all that it needs is installed; elsewhere it may not be, or not be allowed.
    if (System.getenv("CI") == null) {
      assumeTrue(worked, "needs root, unshare and dnsmasq: " + said);
    }
    assertThat(worked).as(said).isTrue();
    return Files.readAllLines(out);
  }
}
