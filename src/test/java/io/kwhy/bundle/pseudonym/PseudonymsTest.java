package io.kwhy.bundle.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.Entry;
import io.kwhy.bundle.Manifest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PseudonymsTest {
  private final TreeMap<String, Manifest.HostRecord> nodes = new TreeMap<>();
  private final List<Entry> entries = new ArrayList<>();

  @Test
  void private_addresses_stay_private_and_in_their_networks() throws IOException {
    text(
        "cluster/x.json", "10.20.0.0/16 10.20.0.5 10.20.3.7 192.168.7.1/24 192.168.7.255 34.1.2.3");

    String[] words =
        exchanged("10.20.0.0/16 10.20.0.5 10.20.3.7 192.168.7.255 34.1.2.3").split(" ", -1);

    String network = words[0].substring(0, words[0].indexOf(".0.0/16"));
    assertThat(network).startsWith("10.").isNotEqualTo("10.20");
    assertThat(words[1]).isEqualTo(network + ".0.5");
    assertThat(words[2]).startsWith(network + ".").endsWith(".7");
    assertThat(words[3]).startsWith("192.168.").endsWith(".255").doesNotContain("168.7.");
    assertThat(words[4]).endsWith(".3").isNotEqualTo("34.1.2.3");
  }

  @Test
  void what_everybody_has_stays() throws IOException {
    String line =
        "127.0.0.1 0.0.0.0/0 255.255.255.0 169.254.169.254 10.42.1.7 10.43.0.10 10.0.0.0/8"
            + " 192.168.0.0/16 8.8.8.8 224.0.0.251 ::1 fe80::1 v1.2.3 1.36.3 08:01:02 300.1.2.3";
    text("cluster/x.json", line);

    assertThat(exchanged(line)).isEqualTo(line);
  }

  @Test
  void address_is_the_same_in_every_form() throws IOException {
    text("nodes/w1/commands/iptables-save.txt", "-A INPUT -s 172.31.77.2/32 -j DROP");

    String address = exchanged("172.31.77.2");
    String[] bytes = address.split("\\.", -1);

    assertThat(exchanged("2.77.31.172.in-addr.arpa."))
        .isEqualTo("2." + bytes[2] + "." + bytes[1] + ".172.in-addr.arpa.");
    assertThat(exchanged("ip-172-31-77-2")).isEqualTo("ip-" + String.join("-", bytes));
    assertThat(exchanged("@nh,96,32 0xac1f4d02"))
        .isEqualTo("@nh,96,32 0x%02x%02x%02x02".formatted(172, number(bytes[1]), number(bytes[2])));
    assertThat(exchanged("0a:58:ac:1f:4d:02"))
        .isEqualTo("0a:58:ac:%02x:%02x:02".formatted(number(bytes[1]), number(bytes[2])));
    assertThat(exchanged("\"172.31.77.2 w9\\n172.31.77.2 w8\""))
        .isEqualTo("\"" + address + " w9\\n" + address + " w8\"");
    assertThat(exchanged("::ffff:172.31.77.2")).endsWith(address);
  }

  private static int number(String text) {
    return Integer.parseInt(text);
  }

  @Test
  void ipv6_keeps_its_networks_too() throws IOException {
    text("x", "2a01:4f8:c17:b0f::/64 2a01:4f8:c17:b0f::2 fd12:3456:789a::5");

    String network = exchanged("2a01:4f8:c17:b0f::/64");
    assertThat(network).endsWith("::/64").isNotEqualTo("2a01:4f8:c17:b0f::/64");
    assertThat(exchanged("2a01:4f8:c17:b0f::2")).isEqualTo(network.replace("/64", "2"));
    assertThat(exchanged("[fd12:3456:789a::5]:6443"))
        .startsWith("[fd")
        .endsWith("::5]:6443")
        .doesNotContain("3456");
  }

  @Test
  void hosts_and_their_domains_get_other_names_wherever_they_are() throws IOException {
    host("edge-07");
    host("edge");
    text("nodes/edge/files/etc/hosts", "10.1.1.1 edge-07.lab.acme.io edge-07");
    text("nodes/edge/files/etc/rancher/k3s/config.yaml", "server: https://k3s.acme.io:6443");
    text("cluster/events.json", "x.lab.acme.io");

    assertThat(
            exchanged("Nov 23 05:48:53 edge-07 k3s[1]: kube-proxy-edge, edge-07.node-password.k3s"))
        .isEqualTo("Nov 23 05:48:53 host-1 k3s[1]: kube-proxy-edge, host-1.node-password.k3s");
    assertThat(exchanged("edge-07.lab.acme.io")).matches("host-1\\.site-\\d\\.site-\\d\\.io");
    assertThat(exchanged("https://k3s.acme.io:6443 x.lab.acme.io"))
        .doesNotContain("acme")
        .doesNotContain("lab");
    assertThat(exchanged("k3s kubernetes.default.svc.cluster.local docker.io/library/nginx"))
        .isEqualTo("k3s kubernetes.default.svc.cluster.local docker.io/library/nginx");
  }

  @Test
  void name_that_kubernetes_turns_away_stays_one() throws IOException {
    host("Rack_7");

    assertThat(exchanged("level=error Rack_7")).isEqualTo("level=error Host_1");
  }

  @Test
  void certificate_names_others() throws IOException {
    host("w1");
    String der = "30133111820277318704AC1F4D02820" + "5" + "652E783B7E";
    text("nodes/w1/files/etc/hostname", "w1");
    byte[] bytes = HexFormat.of().parseHex(der);
    String pem = Base64.getEncoder().encodeToString(bytes);
    text(
        "nodes/w1/files/x.crt",
        "-----BEGIN CERTIFICATE-----\n" + pem + "\n-----END CERTIFICATE-----");

    String other = exchanged("-----BEGIN CERTIFICATE-----\n" + pem + "\n-----END CERTIFICATE-----");
    byte[] after = Base64.getDecoder().decode(other.lines().toList().get(1));

    assertThat(new String(after, StandardCharsets.ISO_8859_1))
        .contains("host-1")
        .doesNotContain("w1");
    assertThat(HexFormat.of().formatHex(after)).contains("8704ac").doesNotContain("ac1f4d02");
  }

  @Test
  void long_certificate_takes_no_deep_stack() throws IOException {
    String line = "A".repeat(64) + "\n";
    String pem = "-----BEGIN CERTIFICATE-----\n" + line.repeat(400) + "-----END CERTIFICATE-----";
    text("nodes/w1/files/x.crt", pem);

    assertThat(exchanged(pem)).isEqualTo(pem);
    assertThat(exchanged("\"" + pem.replace("\n", "\\n") + "\"")).contains("\\nAAAA");
  }

  @Test
  void network_with_a_mask_that_is_none_is_taken_for_an_address() throws IOException {
    text("x", "172.31.77.2/255.999.0.0 172.31.77.2/255.255.255.000");

    assertThat(exchanged("172.31.77.2/255.999.0.0")).matches("172\\..*\\.2/255\\.999\\.0\\.0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a.", "edge.", "lab.acme.io.", "a-", ".node-password.k3s", "\"image\":\"a.b", "a"})
  @Timeout(60)
  void hostile_line_takes_bounded_time_and_stack(String piece) throws IOException {
    host("edge.lab.acme.io");
    String line = "\"image\" : \"" + piece.repeat(100_000 / piece.length()) + " .node-password.k3s";
    text("cluster/pods.json", line);

    assertThat(exchanged(line)).isNotEmpty();
  }

  private void host(String name) {
    nodes.put(
        name, new Manifest.HostRecord("agent", name, List.of(), true, Instant.EPOCH, nodes.size()));
  }

  private void text(String path, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    entries.add(new Entry(path, bytes.length, () -> new ByteArrayInputStream(bytes)));
  }

  /** As an entry, so that lines that belong together stay so. */
  private String exchanged(String text) throws IOException {
    Pseudonyms pseudonyms =
        Pseudonyms.of(entries, new Manifest(Manifest.SCHEMA, "k3s", Instant.EPOCH, nodes));
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (InputStream in =
        pseudonyms.open(new Entry("x", bytes.length, () -> new ByteArrayInputStream(bytes)))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
    }
  }
}
