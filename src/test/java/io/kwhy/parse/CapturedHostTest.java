package io.kwhy.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.Source;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CapturedHostTest {
  private static final String OWN = "nodes/s1/logs/k3s.log";
  private static final String ADDRESSES = "nodes/s1/commands/ip-addr.json";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nodes/s1/files/var/log/syslog",
        "nodes/s1/files/var/log/messages",
        "nodes/s1/files/var/log/k3s.log",
        "nodes/s1/logs/k3s-agent.log"
      })
  void the_log_of_the_unit_counts_before_other_places(String other) {
    for (List<String> order : List.of(List.of(OWN, other), List.of(other, OWN))) {
      CapturedHost host = new CapturedHost("s1", "server");
      order.forEach(path -> host.add(Recorded.input(Source.K3S_LOG, "s1", path, "")));

      assertThat(host.of(Source.K3S_LOG)).extracting(Input::path).containsExactly(OWN);
    }
  }

  @Test
  void detailed_addresses_tell_of_links_where_these_were_not_asked_for() throws IOException {
    CapturedHost host = withAddresses("[{\"ifname\":\"eth0\",\"mtu\":1500,\"promiscuity\":0}]");

    host.fillLinks();

    assertThat(host.of(Source.IP_LINK)).extracting(Input::path).containsExactly(ADDRESSES);
  }

  @Test
  void plain_addresses_do_not_tell_what_kind_a_link_is() throws IOException {
    CapturedHost host = withAddresses("[{\"ifname\":\"eth0\",\"mtu\":1500}]");

    host.fillLinks();

    assertThat(host.of(Source.IP_LINK)).isEmpty();
  }

  @Test
  void links_that_were_asked_for_count() throws IOException {
    CapturedHost host = withAddresses("[{\"ifname\":\"eth0\",\"mtu\":1500,\"promiscuity\":0}]");
    String links = "nodes/s1/commands/ip-link.json";
    host.add(Recorded.input(Source.IP_LINK, "s1", links, "[]"));

    host.fillLinks();

    assertThat(host.of(Source.IP_LINK)).extracting(Input::path).containsExactly(links);
  }

  private static CapturedHost withAddresses(String json) {
    CapturedHost host = new CapturedHost("s1", "server");
    host.add(Recorded.input(Source.IP_ADDRESS, "s1", ADDRESSES, json));
    return host;
  }
}
