package io.kwhy.parse.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.Source;
import io.kwhy.fact.Origin;
import io.kwhy.fact.cluster.Lease;
import io.kwhy.fact.cluster.Namespace;
import io.kwhy.fact.cluster.SecretMetadata;
import io.kwhy.fact.cluster.ServerVersion;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SmallKindsTest {
  private static final Instant CREATED = Instant.parse("2026-11-23T05:50:04Z");

  private static Origin line(int line) {
    return new Origin(Told.PATH, line);
  }

  @Test
  void a_lease_is_read_at_the_line_of_its_renewal() {
    String json =
        """
        {"metadata": {"name": "w1", "namespace": "kube-node-lease"},
         "spec": {"holderIdentity": "w1", "leaseDurationSeconds": 40,
                  "renewTime": "2026-11-23T05:54:31.123456Z"}}
        """;

    assertThat(Told.of(Source.LEASES, json).facts)
        .containsExactly(
            new Lease(
                "kube-node-lease",
                "w1",
                "w1",
                Instant.parse("2026-11-23T05:54:31.123456Z"),
                40,
                line(3)));
  }

  @Test
  void a_namespace_that_is_being_deleted_is_read() {
    String json =
        """
        {"metadata": {"name": "shop", "creationTimestamp": "2026-11-23T05:50:04Z",
                      "deletionTimestamp": "2026-11-23T05:54:31Z"},
         "status": {"phase": "Terminating"}}
        """;

    assertThat(Told.of(Source.NAMESPACES, json).facts)
        .contains(
            new Namespace(
                "shop",
                "Terminating",
                Collections.emptySortedMap(),
                List.of(),
                CREATED,
                true,
                line(3)));
  }

  @Test
  void a_node_password_secret_belongs_to_the_node_that_does_not_control_it() {
    String json =
        """
        {"data": {"hash": "JDE6"}, "type": "k3s.cattle.io/node-password",
         "metadata": {"name": "w1.node-password.k3s", "namespace": "kube-system",
                      "creationTimestamp": "2026-11-23T05:50:04Z",
                      "ownerReferences": [{"apiVersion": "v1", "kind": "Node", "name": "w1"}]}}
        """;

    assertThat(Told.of(Source.SECRETS, json).facts)
        .containsExactly(
            new SecretMetadata(
                "kube-system",
                "w1.node-password.k3s",
                "k3s.cattle.io/node-password",
                "Node",
                "w1",
                CREATED,
                line(2)));
  }

  @Test
  void the_version_is_the_servers_and_not_kubectls() {
    String json =
        """
        {"clientVersion": {"gitVersion": "v1.32.4"},
         "serverVersion": {"gitVersion": "v1.17.3-k3s1"}}
        """;

    assertThat(Told.of(Source.SERVER_VERSION, json).facts)
        .containsExactly(new ServerVersion("v1.17.3-k3s1", line(2)));
  }

  @Test
  void the_version_is_read_as_the_server_itself_gives_it() {
    String json = "{'major':'1','gitVersion':'v1.36.3+k3s1'}".replace('\'', '"');

    assertThat(Told.of(Source.SERVER_VERSION, json).facts)
        .containsExactly(new ServerVersion("v1.36.3+k3s1", line(1)));
  }

  @Test
  void the_version_is_read_as_troubleshoot_keeps_it() {
    String json =
        "{'info':{'gitVersion':'v1.24.4+k3s1'},'string':'v1.24.4+k3s1'}".replace('\'', '"');

    assertThat(Told.of(Source.SERVER_VERSION, json).facts)
        .containsExactly(new ServerVersion("v1.24.4+k3s1", line(1)));
  }

  @Test
  void a_version_of_kubectl_alone_is_a_gap() {
    String json = "{'clientVersion':{'gitVersion':'v1.32.4'}}".replace('\'', '"');

    Told told = Told.of(Source.SERVER_VERSION, json);

    assertThat(told.facts).isEmpty();
    assertThat(told.gaps)
        .containsExactly("0: has the clientVersion alone, expected a serverVersion beside it");
  }
}
