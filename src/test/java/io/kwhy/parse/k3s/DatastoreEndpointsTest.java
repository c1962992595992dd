package io.kwhy.parse.k3s;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.fact.Origin;
import io.kwhy.fact.node.DatastoreEndpoint;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatastoreEndpointsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "postgres://k3s:p@ss@10.0.0.9:5432/k3s?sslmode=disable|postgres|10.0.0.9|5432",
        "postgres://k3s:secret@db.lan/k3s|postgres|db.lan|5432",
        "mysql://k3s:secret@tcp(10.0.0.9:3307)/k3s|mysql|10.0.0.9|3307",
        "mysql://root@unix(/var/run/mysqld.sock)/k3s|mysql|''|3306",
        "https://10.0.0.9:2379|etcd|10.0.0.9|2379",
        "postgres://k3s:s@[fd00::9]:5432/k3s|postgres|fd00::9|5432",
        "nats://10.0.0.9|nats|10.0.0.9|4222"
      })
  void endpoint_is_taken_apart(String text, String kind, String address, int port) {
    DatastoreEndpoint endpoint = only(text);
    assertThat(endpoint.kind()).isEqualTo(kind);
    assertThat(endpoint.address()).isEqualTo(address);
    assertThat(endpoint.port()).isEqualTo(port);
    assertThat(endpoint.problem()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "postgres://k3s:s@tcp(10.0.0.9:5432)/k3s|MySQL",
        "mysql://k3s:s@10.0.0.9:3306/k3s|tcp(…)",
        "mysql://k3s:s@tcp\\(10.0.0.9:3306\\)/k3s|backslashes",
        "\"postgres://k3s:s@10.0.0.9/k3s\"|quotation marks",
        "mariadb://k3s:s@10.0.0.9/k3s|mariadb",
        "k3s:s@10.0.0.9/k3s|kind of datastore"
      })
  void wrong_form_is_said(String text, String problem) {
    assertThat(only(text).problem()).contains(problem);
  }

  @Test
  void each_member_of_an_etcd_is_one() {
    assertThat(parse("https://10.0.0.1:2379,https://10.0.0.2:2379"))
        .extracting(DatastoreEndpoint::address)
        .containsExactly("10.0.0.1", "10.0.0.2");
  }

  @Test
  void secret_is_in_nothing_that_is_shown() {
    String text = "postgres://k3s:topsecret@10.0.0.9:5432/k3s";
    assertThat(only(text).text()).doesNotContain("topsecret").contains("10.0.0.9:5432");
    assertThat(only("<redacted>").problem()).isEmpty();
  }

  private static DatastoreEndpoint only(String text) {
    assertThat(parse(text)).hasSize(1);
    return parse(text).get(0);
  }

  private static List<DatastoreEndpoint> parse(String text) {
    return DatastoreEndpoints.parse("s1", text, Origin.of("x"));
  }
}
