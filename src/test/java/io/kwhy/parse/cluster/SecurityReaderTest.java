package io.kwhy.parse.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kwhy.bundle.Source;
import io.kwhy.fact.Origin;
import io.kwhy.fact.cluster.ContainerSecurity;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SecurityReaderTest {
  private static List<ContainerSecurity> read(String spec) {
    String pod =
        "{\"metadata\": {\"namespace\": \"shop\", \"name\": \"web-1\"},\n\"spec\": " + spec + "}";
    Told told = Told.of(Source.PODS, "{\"items\": [" + pod + "]}");
    assertThat(told.gaps).isEmpty();
    return told.all(ContainerSecurity.class);
  }

  @Test
  void what_a_container_may_do_is_read() {
    String spec =
        """
        {"containers": [{"name": "app",
         "securityContext": {"readOnlyRootFilesystem": true, "runAsUser": 1000,
          "capabilities": {"add": ["CAP_NET_BIND_SERVICE"], "drop": ["all"]}},
         "volumeMounts": [{"name": "a", "mountPath": "/tmp"},
          {"name": "b", "mountPath": "/etc/app", "readOnly": true}]}]}
        """;

    assertThat(read(spec))
        .containsExactly(
            new ContainerSecurity(
                "shop",
                "web-1",
                "app",
                true,
                1000,
                -1,
                List.of("NET_BIND_SERVICE"),
                List.of("ALL"),
                List.of("/tmp"),
                new Origin(Told.PATH, 3)));
  }

  @Test
  void the_user_of_the_container_goes_before_that_of_the_pod() {
    String spec =
        """
        {"securityContext": {"runAsUser": 5, "fsGroup": 7},
         "containers": [{"name": "app", "securityContext": {"runAsUser": 0}},
          {"name": "sidecar"}]}
        """;

    assertThat(read(spec))
        .extracting(ContainerSecurity::container, ContainerSecurity::user, ContainerSecurity::group)
        .containsExactly(tuple("app", 0L, 7L), tuple("sidecar", 5L, 7L));
  }

  @Test
  void a_pod_that_says_nothing_of_it_is_told_nothing_of() {
    assertThat(read("{\"containers\": [{\"name\": \"app\"}]}")).isEmpty();
  }

  @Test
  void a_user_that_is_no_number_is_none() {
    String odd =
        """
        {"containers": [{"name": "odd", "securityContext": {"runAsUser": "root", "fsGroup": -1}},
         {"name": "app", "securityContext": {"runAsUser": 33}}]}
        """;

    assertThat(read(odd))
        .extracting(ContainerSecurity::container, ContainerSecurity::user, ContainerSecurity::group)
        .containsExactly(tuple("odd", -1L, -1L), tuple("app", 33L, -1L));
  }
}
