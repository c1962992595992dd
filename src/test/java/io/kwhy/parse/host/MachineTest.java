package io.kwhy.parse.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.Source;
import io.kwhy.fact.Fact;
import io.kwhy.fact.node.HostClock;
import io.kwhy.fact.node.K3sVersion;
import io.kwhy.fact.node.Kernel;
import io.kwhy.fact.node.Sysctl;
import io.kwhy.fact.node.UnitState;
import io.kwhy.fact.node.Uptime;
import io.kwhy.parse.Parsed;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small commands about the machine. */
class MachineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Linux deb 6.1.0-18-amd64 #1 SMP PREEMPT_DYNAMIC Debian 6.1.76-1 (2024-02-01) x86_64 GNU/Linux | deb | 6.1.0-18-amd64 | x86_64
          Linux rh.lan 5.14.0-427.el9.x86_64 #1 SMP Tue Apr 9 2024 x86_64 x86_64 x86_64 GNU/Linux        | rh.lan | 5.14.0-427.el9.x86_64 | x86_64
          Linux pi 6.6.31-v8+ #1 SMP PREEMPT aarch64 unknown GNU/Linux                                    | pi | 6.6.31-v8+ | aarch64
          Linux alp 6.6.30-0-virt #1-Alpine SMP armv7l Linux                                              | alp | 6.6.30-0-virt | armv7l
          """)
  void uname_of_all_sorts(String text, String hostname, String release, String machine) {
    assertThat(Parsed.of(Source.UNAME, text).facts())
        .containsExactly(new Kernel("w1", hostname, release, machine, Parsed.at(Source.UNAME, 1)));
  }

  @Test
  void uname_that_failed() {
    Parsed parsed = Parsed.of(Source.UNAME, "uname: applet not found here\n");
    assertThat(parsed.facts()).isEmpty();
    assertThat(parsed.gaps()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-03-01T04:05:06.789012345Z  | 2026-03-01T04:05:06.789012345Z
          2026-03-01T04:05:06.N Z         |
          2026-03-01T04:05:06.NZ          | 2026-03-01T04:05:06Z
          2026-03-01T04:05:06.%NZ         | 2026-03-01T04:05:06Z
          2026-03-01 04:05:06 UTC         | 2026-03-01T04:05:06Z
          Sun Mar  1 04:05:06 UTC 2026    | 2026-03-01T04:05:06Z
          Sun Mar 1 04:05:06 PM UTC 2026  | 2026-03-01T16:05:06Z
          Sun  1 Mar 04:05:06 GMT 2026    | 2026-03-01T04:05:06Z
          2026-03-01T05:05:06+01:00       | 2026-03-01T04:05:06Z
          2026-03-01 09:35:06.5 +0530     | 2026-03-01T04:05:06.5Z
          Sun, 01 Mar 2026 05:05:06 +0100 | 2026-03-01T04:05:06Z
          Sun Mar 1 05:05:06 CST 2026     |
          Sun 1 Mar 2026 04:05:06 PM UTC  | 2026-03-01T16:05:06Z
          2026-02-31T04:05:06Z            |
          So 1. Mär 04:05:06 CET 2026     |
          """)
  void date_in_utc_or_with_an_offset(String text, Instant time) {
    Parsed parsed = Parsed.of(Source.DATE, text);
    if (time == null) {
      assertThat(parsed.gaps()).hasSize(1);
      assertThat(parsed.facts()).isEmpty();
    } else {
      assertThat(parsed.facts())
          .containsExactly(
              new HostClock(
                  "w1", time, Parsed.COLLECTED, Double.NaN, true, Parsed.at(Source.DATE, 1)));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NTPSynchronized=no                  | false
          NTPSynchronized=yes                 | true
          System clock synchronized: no       | false
          NTP synchronized: yes               | true
          """)
  void timedatectl_of_all_ages(String text, boolean synchronised) {
    Parsed parsed =
        Parsed.of(Source.TIME_SYNC, "Timezone: Etc/UTC\n   " + text + "\nLocalRTC=no\n");
    assertThat(parsed.gaps()).isEmpty();
    assertThat(parsed.facts())
        .containsExactly(
            new HostClock(
                "w1",
                Fact.UNKNOWN_TIME,
                Parsed.COLLECTED,
                Double.NaN,
                synchronised,
                Parsed.at(Source.TIME_SYNC, 2)));
  }

  @Test
  void timedatectl_without_systemd() {
    Parsed parsed =
        Parsed.of(Source.TIME_SYNC, "System has not been booted with systemd as init system\n");
    assertThat(parsed.facts()).isEmpty();
    assertThat(parsed.gaps())
        .containsExactly(
            "1: expected NTPSynchronized, found \"System has not been booted with systemd as init"
                + " system\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          86400.99 1234.00                                                  | 86400
          ' 10:11:12 up 3 days,  4:05,  2 users,  load average: 0.1, 0.2, 0.3' | 273900
          10:11:12 up 1 day, 5 min,  1 user,  load average: 0.1, 0.2, 0.3    | 86700
          10:11:12 up 12 min,  load average: 0.00, 0.00, 0.00                | 720
          """)
  void uptime_in_seconds(String text, long seconds) {
    assertThat(Parsed.of(Source.UPTIME, text).facts())
        .containsExactly(new Uptime("w1", seconds, Parsed.at(Source.UPTIME, 1)));
  }

  @Test
  void sysctl_values_keep_their_words() {
    Parsed parsed =
        Parsed.of(
            Source.SYSCTL,
            """
            net.ipv4.ip_forward = 1
            net.ipv4.tcp_rmem = 4096\t131072\t6291456
            kernel.core_pattern = |/bin/x = %P
            kernel.domainname =
            net.ipv4.conf.eth0/100.rp_filter=2
            """);
    assertThat(parsed.gaps()).isEmpty();
    assertThat(parsed.facts())
        .contains(new Sysctl("w1", "net.ipv4.ip_forward", "1", Parsed.at(Source.SYSCTL, 1)));
    assertThat(parsed.texts())
        .containsExactly(
            "net.ipv4.ip_forward = 1",
            "net.ipv4.tcp_rmem = 4096\t131072\t6291456",
            "kernel.core_pattern = |/bin/x = %P",
            "kernel.domainname = ",
            "net.ipv4.conf.eth0/100.rp_filter = 2");
  }

  @Test
  void sysctl_complaints_are_gaps_save_the_one_that_every_host_has() {
    Parsed parsed =
        Parsed.of(
            Source.SYSCTL,
            """
            sysctl: reading key "net.ipv6.conf.all.stable_secret"
            sysctl: permission denied on key 'fs.protected_fifos'
            """);
    assertThat(parsed.facts()).isEmpty();
    assertThat(parsed.gaps())
        .containsExactly(
            "2: expected key = value, found \"sysctl: permission denied on key 'fs.protected_fifos'\"");
  }

  @Test
  void units_in_the_order_of_properties_that_systemd_prefers() {
    Parsed parsed =
        Parsed.of(
            Source.UNIT_STATE,
            """
            NRestarts=17
            MainPID=0
            ExecMainStatus=1
            Id=k3s.service
            ActiveState=activating
            SubState=auto-restart

            Id=docker.socket
            ActiveState=active
            """);
    assertThat(parsed.gaps()).isEmpty();
    assertThat(parsed.facts())
        .containsExactly(
            new UnitState(
                "w1",
                "k3s",
                "activating",
                "auto-restart",
                17,
                0,
                "1",
                Parsed.at(Source.UNIT_STATE, 5)),
            new UnitState(
                "w1", "docker.socket", "active", "", 0, 0, "", Parsed.at(Source.UNIT_STATE, 9)));
  }

  @Test
  void repeated_property_begins_another_unit() {
    assertThat(
            Parsed.of(
                    Source.UNIT_STATE,
                    "Id=k3s.service\nActiveState=active\nId=x.service\nActiveState=failed\n")
                .texts())
        .containsExactly("k3s active", "x failed");
  }

  @Test
  void unit_that_is_not_installed_is_no_fact() {
    Parsed parsed =
        Parsed.of(
            Source.UNIT_STATE, "LoadState=not-found\nId=k3s-agent.service\nActiveState=inactive\n");
    assertThat(parsed.facts()).isEmpty();
    assertThat(parsed.gaps()).isEmpty();
  }

  @Test
  void unit_with_numbers_beyond_reason() {
    Parsed parsed =
        Parsed.of(
            Source.UNIT_STATE,
            "Id=k3s.service\nActiveState=active\nNRestarts=99999999999\nMainPID=999999999999999999999\n");
    assertThat(parsed.texts()).containsExactly("k3s active, 2147483647 restarts");
    assertThat(parsed.gaps())
        .containsExactly(
            "4: expected MainPID= and a number, found \"MainPID=999999999999999999999\"");
  }

  @Test
  void unit_that_was_cut_off() {
    Parsed parsed = Parsed.of(Source.UNIT_STATE, "Id=k3s.service\nActi");
    assertThat(parsed.facts()).isEmpty();
    assertThat(parsed.gaps())
        .containsExactly(
            "2: expected Property=value, found \"Acti\"",
            "1: expected Id and ActiveState of a unit, found only \"k3s.service\"");
  }

  @Test
  void k3s_version_without_its_commit_and_go() {
    assertThat(
            Parsed.of(
                    Source.K3S_VERSION,
                    "k3s version v1.28.5+k3s1 (5b2d1271)\ngo version go1.20.12\n")
                .facts())
        .containsExactly(new K3sVersion("w1", "v1.28.5+k3s1", Parsed.at(Source.K3S_VERSION, 1)));
  }

  @Test
  void k3s_that_is_not_there() {
    assertThat(Parsed.of(Source.K3S_VERSION, "sh: 1: k3s: not found\n").gaps())
        .containsExactly("1: expected k3s version …, found \"sh: 1: k3s: not found\"");
  }

  @ParameterizedTest
  @EnumSource(
      value = Source.class,
      names = {
        "UNAME",
        "DATE",
        "TIME_SYNC",
        "UPTIME",
        "DISKS",
        "INODES",
        "MEMORY",
        "SYSCTL",
        "PROCESSES",
        "UNIT_STATE",
        "K3S_VERSION",
        "LISTENING",
        "IP_ADDRESS",
        "IP_LINK",
        "IP_ROUTE",
        "PROBES",
        "MACHINE_ID",
        "OS_RELEASE",
        "HOSTNAME"
      })
  void nothing_at_all_is_a_gap(Source source) {
    Parsed parsed = Parsed.of(source, " \n");
    assertThat(parsed.facts()).isEmpty();
    assertThat(parsed.gaps()).containsExactly("0: is empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b\u001b[31m", "\u202egnp", "a\u2028b"})
  void what_was_found_is_printed_without_control_characters(String text) {
    assertThat(Parsed.of(Source.UPTIME, text + "!").gaps())
        .singleElement()
        .asString()
        .containsPattern("\\\\u[0-9a-f]{4}")
        .doesNotContainPattern("[\\p{Cntrl}\u202e\u2028]");
  }

  @Test
  void what_was_found_is_cut_short() {
    assertThat(Parsed.of(Source.UPTIME, "x".repeat(500)).gaps())
        .containsExactly("1: expected seconds since boot, found \"" + "x".repeat(60) + "…\"");
  }
}
