package io.kwhy.parse.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kwhy.bundle.Source;
import io.kwhy.fact.Origin;
import io.kwhy.fact.cluster.StatefulRollout;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RolloutReaderTest {
  private static final String PLAIN =
      """
      {"metadata": {"namespace": "shop", "name": "db"},
       "spec": {"replicas": 1, "template": {"spec": {"containers": [{"image": "db:1"}]}}}}""";

  private static List<StatefulRollout> read(Source source, String... objects) {
    Told told = Told.of(source, "{\"items\": [" + String.join(",\n", objects) + "]}");
    assertThat(told.gaps).isEmpty();
    return told.all(StatefulRollout.class);
  }

  @Test
  void a_rollout_is_read_with_the_line_of_its_revision() {
    String held =
        """
        {"metadata": {"namespace": "shop", "name": "queue"},
         "spec": {"podManagementPolicy": "Parallel",
          "updateStrategy": {"type": "RollingUpdate", "rollingUpdate": {"partition": 2}},
          "template": {"spec": {"containers": [{"image": "queue:2"}]}}},
         "status": {"currentRevision": "queue-5f", "updateRevision": "queue-7c"}}""";

    assertThat(read(Source.STATEFUL_SETS, held))
        .containsExactly(
            new StatefulRollout(
                "shop",
                "queue",
                "Parallel",
                "RollingUpdate",
                2,
                "queue-5f",
                "queue-7c",
                List.of("queue:2"),
                new Origin(Told.PATH, 5)));
  }

  @Test
  void what_is_not_said_is_what_the_api_server_takes() {
    assertThat(read(Source.STATEFUL_SETS, PLAIN))
        .singleElement()
        .satisfies(
            rollout -> {
              assertThat(rollout.policy()).isEqualTo("OrderedReady");
              assertThat(rollout.strategy()).isEqualTo("RollingUpdate");
              assertThat(rollout.partition()).isZero();
              assertThat(rollout.updateRevision()).isEmpty();
            });
  }

  @Test
  void one_of_an_odd_form_does_not_cost_the_next_its_rollout() {
    String odd =
        """
        {"metadata": {"namespace": "shop", "name": "odd"},
         "spec": {"updateStrategy": {"type": "OnDelete", "rollingUpdate": null}},
         "status": {"updateRevision": null}}""";

    assertThat(read(Source.STATEFUL_SETS, odd, PLAIN))
        .extracting(StatefulRollout::name, StatefulRollout::strategy)
        .containsExactly(tuple("odd", "OnDelete"), tuple("db", "RollingUpdate"));
  }

  @Test
  void a_deployment_has_none() {
    assertThat(read(Source.DEPLOYMENTS, PLAIN)).isEmpty();
  }
}
