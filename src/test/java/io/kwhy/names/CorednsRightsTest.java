package io.kwhy.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.reading.BundleReader;
import io.kwhy.fact.Captured;
import io.kwhy.fact.Fact;
import io.kwhy.fact.Known;
import io.kwhy.fact.cluster.RoleSubject;
import io.kwhy.fact.cluster.ServiceAccount;
import io.kwhy.fact.names.MissingRight;
import io.kwhy.parse.FactReader;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Of a cluster whose CoreDNS nothing binds to its role. */
class CorednsRightsTest {
  private static final Path UNBOUND = Path.of("facts-samples/coredns-rbac-missing-binding-gone");

  @Test
  void account_that_nothing_binds_lacks_all_that_CoreDNS_reads() throws Exception {
    assertThat(missing(fact -> true))
        .extracting(right -> right.verb() + " " + right.resource() + ": " + right.why())
        .containsExactly(
            "list namespaces: nothing binds it to a role",
            "watch namespaces: nothing binds it to a role",
            "list services: nothing binds it to a role",
            "watch services: nothing binds it to a role");
  }

  @Test
  void account_that_is_not_there_is_told_where_accounts_were_captured() throws Exception {
    assertThat(missing(fact -> !(fact instanceof ServiceAccount)))
        .extracting(MissingRight::why)
        .containsOnly("there is no such account");
  }

  @Test
  void where_no_accounts_were_captured_none_is_said_to_be_missing() throws Exception {
    assertThat(missing(fact -> !(fact instanceof ServiceAccount) && !isOf(fact, "serviceaccounts")))
        .extracting(MissingRight::why)
        .containsOnly("nothing binds it to a role");
  }

  @Test
  void where_no_bindings_were_captured_nothing_is_missing() throws Exception {
    assertThat(
            missing(fact -> !(fact instanceof RoleSubject) && !isOf(fact, "clusterrolebindings")))
        .isEmpty();
  }

  private static boolean isOf(Fact fact, String source) {
    return fact instanceof Captured captured && captured.source().equals(source);
  }

  private static List<MissingRight> missing(Predicate<Fact> left) throws Exception {
    try (Bundle bundle = BundleReader.read(List.of(UNBOUND))) {
      List<Fact> facts = new FactReader(List.of()).read(bundle).stream().filter(left).toList();
      return new CorednsRights(new Known(facts))
          .all().stream().map(MissingRight.class::cast).toList();
    }
  }
}
