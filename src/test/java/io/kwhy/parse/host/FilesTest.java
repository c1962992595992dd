package io.kwhy.parse.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.Source;
import io.kwhy.fact.node.Hostname;
import io.kwhy.fact.node.HostsEntry;
import io.kwhy.fact.node.MachineId;
import io.kwhy.fact.node.OsRelease;
import io.kwhy.fact.node.ResolvConf;
import io.kwhy.parse.Parsed;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files under /etc. */
class FilesTest {

  @Test
  void hostname_is_the_first_line_that_is_no_comment() {
    assertThat(Parsed.of(Source.HOSTNAME_FILE, "# ours\n\nnode-7.lan\nother\n").facts())
        .containsExactly(new Hostname("w1", "node-7.lan", Parsed.at(Source.HOSTNAME_FILE, 3)));
  }

  @Test
  void hostname_file_may_be_empty() {
    assertThat(Parsed.of(Source.HOSTNAME_FILE, "").gaps()).isEmpty();
  }

  @Test
  void hostname_command_may_not_print_nothing() {
    assertThat(Parsed.of(Source.HOSTNAME, "\n").gaps()).containsExactly("0: is empty");
  }

  @Test
  void missing_command_is_no_hostname() {
    Parsed parsed = Parsed.of(Source.HOSTNAME, "sh: hostname: not found\n");
    assertThat(parsed.facts()).isEmpty();
    assertThat(parsed.gaps())
        .containsExactly("1: expected a host name, found \"sh: hostname: not found\"");
  }

  @Test
  void each_name_in_hosts_is_a_fact() {
    Parsed parsed =
        Parsed.of(
            Source.HOSTS_FILE,
            """
            127.0.0.1\tlocalhost localhost.localdomain  # loopback
            # 10.0.0.9 old
            fe80::1%eth0 gate
            """);
    assertThat(parsed.gaps()).isEmpty();
    assertThat(parsed.facts())
        .containsExactly(
            new HostsEntry("w1", "127.0.0.1", "localhost", Parsed.at(Source.HOSTS_FILE, 1)),
            new HostsEntry(
                "w1", "127.0.0.1", "localhost.localdomain", Parsed.at(Source.HOSTS_FILE, 1)),
            new HostsEntry("w1", "fe80::1%eth0", "gate", Parsed.at(Source.HOSTS_FILE, 3)));
  }

  @Test
  void bad_lines_in_hosts_are_gaps_and_the_rest_counts() {
    Parsed parsed =
        Parsed.of(Source.HOSTS_FILE, "10.0.0.1\ncat: /etc/hosts: oops\n10.0.0.2 w2\r\n");
    assertThat(parsed.texts()).containsExactly("10.0.0.2 w2");
    assertThat(parsed.gaps())
        .containsExactly(
            "1: expected an address and names, found \"10.0.0.1\"",
            "2: expected an address and names, found \"cat: /etc/hosts: oops\"");
  }

  @Test
  void machine_id_is_32_hex_digits() {
    assertThat(Parsed.of(Source.MACHINE_ID, "0123456789ABCDEF0123456789abcdef\n").facts())
        .containsExactly(
            new MachineId(
                "w1", "0123456789abcdef0123456789abcdef", Parsed.at(Source.MACHINE_ID, 1)));
  }

  @Test
  void machine_id_of_a_golden_image_is_none() {
    assertThat(Parsed.of(Source.MACHINE_ID, "uninitialized\n").gaps())
        .containsExactly("1: expected 32 hex digits, found \"uninitialized\"");
    assertThat(Parsed.of(Source.MACHINE_ID, "").gaps()).containsExactly("0: is empty");
  }

  @Test
  void os_release_with_and_without_quotes() {
    assertThat(
            Parsed.of(
                    Source.OS_RELEASE,
                    """
                    # made by hand
                    NAME='Rocky Linux'
                    ID="rocky"
                    VERSION_ID=9.4
                    PRETTY_NAME="Rocky Linux 9.4 (Blue Onyx)"
                    """)
                .facts())
        .containsExactly(
            new OsRelease(
                "w1",
                "rocky",
                "9.4",
                "Rocky Linux 9.4 (Blue Onyx)",
                Parsed.at(Source.OS_RELEASE, 5)));
  }

  @Test
  void os_release_without_id_is_linux() {
    assertThat(Parsed.of(Source.OS_RELEASE, "NAME=Own\n").facts())
        .containsExactly(new OsRelease("w1", "linux", "", "", Parsed.at(Source.OS_RELEASE, 0)));
  }

  @Test
  void os_release_that_is_something_else() {
    Parsed parsed = Parsed.of(Source.OS_RELEASE, "CentOS release 6.10 (Final)\n");
    assertThat(parsed.facts()).isEmpty();
    assertThat(parsed.gaps())
        .containsExactly("1: expected NAME=value, found \"CentOS release 6.10 (Final)\"");
  }

  @Test
  void resolv_conf_where_the_last_search_counts_and_options_add_up() {
    Parsed parsed =
        Parsed.of(
            Source.RESOLV_CONF,
            """
            ; by NetworkManager
            domain old.lan
            nameserver 10.0.0.53
            nameserver fd00::53
            search lan corp.lan
            options ndots:2
            options edns0 trust-ad
            """);
    assertThat(parsed.gaps()).isEmpty();
    assertThat(parsed.facts())
        .containsExactly(
            new ResolvConf(
                "w1",
                "/etc/resolv.conf",
                List.of("10.0.0.53", "fd00::53"),
                List.of(),
                List.of("lan", "corp.lan"),
                List.of("ndots:2", "edns0", "trust-ad"),
                Parsed.at(Source.RESOLV_CONF, 3)));
  }

  @Test
  void resolv_conf_as_people_write_it() {
    Parsed parsed =
        Parsed.of(
            Source.RESOLV_CONF,
            """
            # nameserver 192.0.2.1
            \tnameserver\t10.0.0.53\t# the router
            nameserver fe80::1%eth0
            search .
            domain lan

            """
                .replace("\n", "\r\n"));
    assertThat(parsed.gaps()).isEmpty();
    assertThat(parsed.facts())
        .containsExactly(
            new ResolvConf(
                "w1",
                "/etc/resolv.conf",
                List.of("10.0.0.53", "fe80::1%eth0"),
                List.of(),
                List.of("."),
                List.of(),
                Parsed.at(Source.RESOLV_CONF, 2)));
  }

  @Test
  void empty_resolv_conf_is_a_resolver_without_name_servers() {
    Parsed parsed = Parsed.of(Source.RESOLVED_CONF, "");
    assertThat(parsed.gaps()).isEmpty();
    assertThat(parsed.facts())
        .containsExactly(
            new ResolvConf(
                "w1",
                "/run/systemd/resolve/resolv.conf",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Parsed.at(Source.RESOLVED_CONF, 0)));
  }

  @Test
  void misspelt_and_cut_lines_of_resolv_conf_are_gaps() {
    Parsed parsed =
        Parsed.of(Source.K3S_RESOLV_CONF, "nameservr 10.0.0.1\nnameserver\nnameserver 10.0.0.2\n");
    assertThat(parsed.texts()).containsExactly("nameservers 10.0.0.2");
    assertThat(parsed.gaps())
        .containsExactly(
            "1: expected nameserver, search, domain or options, found \"nameservr 10.0.0.1\"",
            "2: expected nameserver and an address, found \"nameserver\"");
  }
}
