package io.kwhy.parse.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.Source;
import io.kwhy.fact.Origin;
import io.kwhy.fact.cluster.ReadyzCheck;
import org.junit.jupiter.api.Test;

final class ReadyzParserTest {
  private static ReadyzCheck check(String name, boolean ok, String detail, int line) {
    return new ReadyzCheck(name, ok, detail, new Origin(Told.PATH, line));
  }

  @Test
  void each_check_and_the_verdict_are_facts() {
    Told told =
        Told.of(
            Source.READYZ,
            """
            [+]ping ok
            [-]etcd failed: reason withheld
            [+]informer-sync excluded: ok
            [-]poststarthook/rbac/bootstrap-roles failed: not finished
            readyz check failed
            """);

    assertThat(told.gaps).isEmpty();
    assertThat(told.facts)
        .containsExactly(
            check("ping", true, "", 1),
            check("etcd", false, "reason withheld", 2),
            check("informer-sync", true, "excluded", 3),
            check("poststarthook/rbac/bootstrap-roles", false, "not finished", 4),
            check("readyz", false, "", 5));
  }

  @Test
  void an_old_server_calls_its_verdict_healthz() {
    assertThat(Told.of(Source.READYZ, "[+]ping ok\nhealthz check passed\n").facts)
        .contains(check("readyz", true, "", 2));
  }

  @Test
  void a_failure_that_kubectl_quotes_is_read() {
    Told told =
        Told.of(
            Source.READYZ,
            "Error from server (InternalError): an error on the server (\"[+]ping ok\\n[-]etcd"
                + " failed: reason withheld\\nreadyz check failed\") has prevented the request from"
                + " succeeding\n");

    assertThat(told.gaps).isEmpty();
    assertThat(told.facts)
        .containsExactly(
            check("ping", true, "", 1),
            check("etcd", false, "reason withheld", 1),
            check("readyz", false, "", 1));
  }

  @Test
  void the_short_answer_is_a_verdict() {
    assertThat(Told.of(Source.READYZ, "ok").facts).containsExactly(check("readyz", true, "", 1));
  }

  @Test
  void an_answer_that_is_cut_keeps_its_checks_and_is_a_gap() {
    Told told = Told.of(Source.READYZ, "[+]ping ok\n[+]et");

    assertThat(told.facts).containsExactly(check("ping", true, "", 1));
    assertThat(told.gaps)
        .containsExactly(
            "2: is \"[+]et\", expected \"[+]check ok\" or the like",
            "2: ends without a verdict, expected \"readyz check passed\" or failed");
  }
}
