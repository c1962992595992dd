package io.kwhy.parse.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kwhy.fact.log.LogSignal;
import io.kwhy.fact.log.PastLogSignal;
import io.kwhy.fact.log.UnitStart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What is present and what is past. Logs are built from lines at minutes and seconds of one hour.
 */
class LogHistoryTest {
  private static final String REJECTED =
      "Waiting to retrieve agent configuration: Node password rejected, duplicate hostname";
  private static final String CONFIGURED = "Starting flannel with backend vxlan";

  private final StringBuilder text = new StringBuilder();

  private static String stamp(String time) {
    return "Nov 23 05:" + time + " w1 ";
  }

  private LogHistoryTest k3s(String time, String message) {
    text.append(stamp(time))
        .append("k3s[9]: time=\"2026-11-23T05:")
        .append(time)
        .append("Z\" level=info msg=\"")
        .append(message)
        .append("\"\n");
    return this;
  }

  private LogHistoryTest systemd(String time, String message) {
    text.append(stamp(time)).append("systemd[1]: ").append(message).append('\n');
    return this;
  }

  private LogHistoryTest starts(String time) {
    return systemd(time, "Starting k3s-agent.service - Lightweight Kubernetes...")
        .k3s(time, "Starting k3s agent v1.36.3+k3s1 (66a14f0e)");
  }

  private LogHistoryTest crashes(String time) {
    return systemd(time, "k3s-agent.service: Main process exited, code=exited, status=1/FAILURE")
        .systemd(time, "k3s-agent.service: Failed with result 'exit-code'.");
  }

  private LogHistoryTest failsAndExits(String time) {
    text.append(stamp(time))
        .append("k3s[100]: time=\"2026-11-23T05:")
        .append(time)
        .append("Z\" level=fatal msg=\"kubelet exited: no such flag\"\n");
    return systemd(time, "k3s-agent.service: Deactivated successfully.");
  }

  private LogHistoryTest isRestarted(String time) {
    return systemd(time, "k3s-agent.service: Scheduled restart job, restart counter is at 1.")
        .starts(time);
  }

  private LogHistoryTest isStopped(String time) {
    return systemd(time, "Stopping k3s-agent.service - Lightweight Kubernetes...")
        .systemd(time, "k3s-agent.service: Deactivated successfully.")
        .systemd(time, "Stopped k3s-agent.service - Lightweight Kubernetes.");
  }

  private ReadLogs readAt(String time) {
    return ReadLogs.collectedAt("2026-11-23T05:" + time + "Z").k3s("w1", text.toString());
  }

  private static List<Integer> present(ReadLogs logs) {
    return logs.present("node-password-rejected").stream().map(LogSignal::count).toList();
  }

  private static List<String> past(ReadLogs logs) {
    return logs.past("node-password-rejected").stream()
        .map(signal -> signal.count() + " " + signal.endedBy())
        .toList();
  }

  private static List<Instant> held(ReadLogs logs) {
    return logs.starts().stream().filter(UnitStart::held).map(UnitStart::time).toList();
  }

  @Test
  void what_is_repaired_in_the_same_run_is_past() {
    ReadLogs logs =
        starts("00:00")
            .k3s("00:05", REJECTED)
            .k3s("00:10", REJECTED)
            .k3s("00:15", CONFIGURED)
            .readAt("01:00");

    assertThat(present(logs)).isEmpty();
    assertThat(past(logs)).containsExactly("2 agent-configured");
  }

  @Test
  void what_comes_back_after_it_was_over_is_present_since_then() {
    ReadLogs logs =
        starts("00:00")
            .k3s("00:05", REJECTED)
            .k3s("00:15", CONFIGURED)
            .k3s("00:20", REJECTED)
            .k3s("00:25", REJECTED)
            .readAt("01:00");

    assertThat(past(logs)).containsExactly("1 agent-configured");
    LogSignal back = logs.present("node-password-rejected").get(0);
    assertThat(back.count()).isEqualTo(2);
    assertThat(back.first()).isEqualTo("2026-11-23T05:00:20Z");
    assertThat(back.origin().line()).isEqualTo(5);
  }

  @Test
  void lines_of_the_same_second_are_taken_in_their_order() {
    ReadLogs logs = starts("00:00").k3s("00:05", REJECTED).k3s("00:05", CONFIGURED).readAt("01:00");

    assertThat(present(logs)).isEmpty();
  }

  @Test
  void what_was_before_a_restart_by_hand_is_past() {
    ReadLogs logs =
        starts("00:00").k3s("00:05", REJECTED).isStopped("00:30").starts("00:31").readAt("01:00");

    assertThat(present(logs)).isEmpty();
    assertThat(past(logs)).containsExactly("1 restart");
    assertThat(held(logs)).containsExactly(Instant.parse("2026-11-23T05:00:31Z"));
  }

  @Test
  void a_crash_loop_is_one_story() {
    ReadLogs logs =
        starts("00:00")
            .k3s("00:05", REJECTED)
            .crashes("00:10")
            .isRestarted("00:15")
            .k3s("00:20", REJECTED)
            .crashes("00:25")
            .isRestarted("00:30")
            .readAt("00:40");

    assertThat(present(logs)).containsExactly(2);
    assertThat(past(logs)).isEmpty();
    assertThat(held(logs)).containsExactly(Instant.parse("2026-11-23T05:00:00Z"));
  }

  /** Since v1.34 k3s ends without an error where a part of it failed. */
  @Test
  void a_crash_loop_that_systemd_takes_for_clean_exits_is_one_story() {
    ReadLogs logs =
        starts("00:00")
            .k3s("00:01", REJECTED)
            .failsAndExits("00:10")
            .isRestarted("00:20")
            .k3s("00:21", REJECTED)
            .failsAndExits("00:30")
            .isRestarted("00:40")
            .readAt("00:41");

    assertThat(present(logs)).containsExactly(2);
  }

  @Test
  void a_crash_loop_is_told_by_restarts_alone() {
    ReadLogs logs = starts("00:00").k3s("00:05", REJECTED).isRestarted("00:15").readAt("00:40");

    assertThat(present(logs)).containsExactly(1);
  }

  @Test
  void older_systemd_says_stopped_at_every_automatic_restart() {
    ReadLogs logs =
        starts("00:00")
            .k3s("00:05", REJECTED)
            .crashes("00:10")
            .systemd("00:15", "k3s-agent.service: Scheduled restart job, restart counter is at 1.")
            .systemd("00:15", "Stopped Lightweight Kubernetes.")
            .starts("00:15")
            .readAt("00:40");

    assertThat(present(logs)).containsExactly(1);
  }

  @Test
  void a_crash_loop_that_recovered_is_past() {
    ReadLogs logs =
        starts("00:00")
            .k3s("00:05", REJECTED)
            .crashes("00:10")
            .isRestarted("00:15")
            .readAt("02:00");

    assertThat(present(logs)).isEmpty();
    assertThat(past(logs)).containsExactly("1 restart");
    assertThat(held(logs)).containsExactly(Instant.parse("2026-11-23T05:00:15Z"));
  }

  @Test
  void a_run_that_has_not_yet_lasted_longer_than_the_failed_ones_proves_nothing() {
    ReadLogs logs =
        starts("00:00")
            .k3s("00:05", REJECTED)
            .crashes("03:00")
            .isRestarted("03:05")
            .readAt("09:00");

    assertThat(present(logs)).containsExactly(1);
  }

  @Test
  void ten_minutes_are_enough_in_any_case() {
    ReadLogs logs =
        starts("00:00")
            .k3s("00:05", REJECTED)
            .crashes("30:00")
            .isRestarted("30:05")
            .readAt("40:30");

    assertThat(present(logs)).isEmpty();
  }

  @Test
  void a_crash_after_a_run_that_held_begins_a_new_story() {
    ReadLogs logs =
        starts("00:00")
            .k3s("00:05", REJECTED)
            .crashes("00:10")
            .isRestarted("00:15")
            .crashes("50:00")
            .isRestarted("50:05")
            .readAt("50:30");

    assertThat(present(logs)).isEmpty();
    assertThat(held(logs)).containsExactly(Instant.parse("2026-11-23T05:00:15Z"));
  }

  @Test
  void a_restart_by_hand_right_after_a_crash_is_still_the_same_story() {
    ReadLogs logs =
        starts("00:00")
            .k3s("00:05", REJECTED)
            .crashes("00:10")
            .systemd("00:12", "Stopped k3s-agent.service - Lightweight Kubernetes.")
            .starts("00:12")
            .readAt("00:30");

    assertThat(present(logs)).containsExactly(1);
  }

  @Test
  void what_k3s_says_of_a_start_minutes_after_systemd_is_another_start() {
    ReadLogs logs =
        systemd("00:00", "Starting k3s-agent.service - Lightweight Kubernetes...")
            .k3s("00:05", REJECTED)
            .k3s("05:00", "Starting k3s agent v1.36.3+k3s1 (66a14f0e)")
            .readAt("06:00");

    assertThat(present(logs)).isEmpty();
  }

  @Test
  void a_process_that_fails_while_it_is_stopped_has_not_crashed() {
    ReadLogs logs =
        starts("00:00")
            .k3s("00:05", REJECTED)
            .systemd("00:10", "Stopping k3s-agent.service - Lightweight Kubernetes...")
            .crashes("00:11")
            .systemd("00:11", "Stopped k3s-agent.service - Lightweight Kubernetes.")
            .starts("00:12")
            .readAt("00:30");

    assertThat(present(logs)).isEmpty();
  }

  @Test
  void what_a_stopped_unit_said_last_is_present() {
    ReadLogs logs = starts("00:00").k3s("00:05", REJECTED).isStopped("00:30").readAt("59:00");

    assertThat(present(logs)).containsExactly(1);
  }

  @Test
  void a_unit_that_was_given_up_after_crashes_keeps_its_story() {
    ReadLogs logs =
        starts("00:00")
            .k3s("00:05", REJECTED)
            .crashes("00:10")
            .isRestarted("00:15")
            .crashes("00:20")
            .readAt("59:00");

    assertThat(present(logs)).containsExactly(1);
  }

  @Test
  void without_a_start_everything_is_present() {
    ReadLogs logs = k3s("00:05", REJECTED).readAt("59:00");

    assertThat(present(logs)).containsExactly(1);
    assertThat(logs.starts()).isEmpty();
  }

  @Test
  void a_log_that_begins_amid_a_crash_loop_has_all_of_it_in_the_story() {
    ReadLogs logs = k3s("00:05", REJECTED).crashes("00:10").isRestarted("00:15").readAt("00:30");

    assertThat(present(logs)).containsExactly(1);
  }

  @Test
  void systemd_and_k3s_tell_of_the_same_start() {
    ReadLogs logs = starts("00:00").isStopped("10:00").starts("10:01").readAt("20:00");

    assertThat(logs.starts())
        .extracting(UnitStart::time, UnitStart::held)
        .containsExactly(
            tuple(Instant.parse("2026-11-23T05:00:00Z"), false),
            tuple(Instant.parse("2026-11-23T05:10:01Z"), true));
  }

  @Test
  void past_and_present_of_one_message_are_split_at_the_restart() {
    ReadLogs logs =
        starts("00:00")
            .k3s("00:05", REJECTED)
            .k3s("00:06", REJECTED)
            .isStopped("10:00")
            .starts("10:01")
            .k3s("10:05", REJECTED)
            .readAt("20:00");

    assertThat(past(logs)).containsExactly("2 restart");
    assertThat(logs.present("node-password-rejected"))
        .extracting(LogSignal::count, signal -> signal.origin().line())
        .containsExactly(tuple(1, 10));
  }

  @Test
  void the_log_of_another_host_shows_that_it_is_over() {
    ReadLogs logs =
        starts("00:00").k3s("00:05", REJECTED).readAt("01:00").k3s("s1", accepted("00:30", "w1"));

    assertThat(present(logs)).isEmpty();
    assertThat(past(logs)).containsExactly("1 node-password-accepted");
  }

  @Test
  void a_host_may_be_called_by_its_own_name() {
    ReadLogs logs =
        starts("00:00")
            .k3s("00:05", REJECTED)
            .readAt("01:00")
            .k3s("s1", accepted("00:30", "Worker-1"));

    assertThat(present(logs)).isEmpty();
  }

  @Test
  void that_it_is_over_for_another_host_says_nothing() {
    ReadLogs logs =
        starts("00:00").k3s("00:05", REJECTED).readAt("01:00").k3s("s1", accepted("00:30", "w2"));

    assertThat(present(logs)).containsExactly(1);
  }

  @Test
  void what_another_host_said_before_or_at_the_same_time_says_nothing() {
    ReadLogs logs =
        starts("00:00").k3s("00:05", REJECTED).readAt("01:00").k3s("s1", accepted("00:05", "w1"));

    assertThat(present(logs)).containsExactly(1);
  }

  @Test
  void what_comes_back_after_another_host_said_it_was_over_is_present() {
    ReadLogs logs =
        starts("00:00")
            .k3s("00:05", REJECTED)
            .k3s("00:06", REJECTED)
            .k3s("00:40", REJECTED)
            .readAt("01:00")
            .k3s("s1", accepted("00:30", "w1"));

    assertThat(past(logs)).containsExactly("2 node-password-accepted");
    assertThat(logs.present("node-password-rejected"))
        .extracting(LogSignal::count, LogSignal::first)
        .containsExactly(tuple(1, Instant.parse("2026-11-23T05:00:40Z")));
  }

  private static String accepted(String time, String node) {
    return "time=\"2026-11-23T05:"
        + time
        + "Z\" level=info msg=\"certificate CN=system:node:"
        + node
        + ",O=system:nodes signed by CN=k3s\"\n";
  }

  @Test
  void thousands_of_restarts_are_counted_exactly() {
    for (int i = 0; i < 3000; i++) {
      String time = "%02d:%02d".formatted(i / 60, i % 60);
      if (i == 1000) {
        isStopped(time);
      }
      starts(time).k3s(time, REJECTED).crashes(time);
    }

    ReadLogs logs = readAt("50:01");

    assertThat(present(logs)).containsExactly(2000);
    assertThat(past(logs)).containsExactly("1000 restart");
    assertThat(logs.starts()).hasSize(21);
    assertThat(held(logs)).containsExactly(Instant.parse("2026-11-23T05:16:40Z"));
  }

  @Test
  void the_turn_of_the_year_does_not_turn_the_order() {
    String log =
        """
        Dec 31 23:59:58 w1 systemd[1]: Starting k3s-agent.service - Lightweight Kubernetes...
        Dec 31 23:59:59 w1 k3s[9]: Node password rejected, duplicate hostname
        Jan  1 00:00:01 w1 k3s[9]: Node password rejected, duplicate hostname
        """;

    LogSignal signal =
        ReadLogs.collectedAt("2027-01-01T00:01:00Z")
            .k3s("w1", log)
            .present("node-password-rejected")
            .get(0);

    assertThat(signal.first()).isEqualTo("2026-12-31T23:59:59Z");
    assertThat(signal.last()).isEqualTo("2027-01-01T00:00:01Z");
  }

  @Test
  void what_is_past_tells_from_when_to_when() {
    PastLogSignal past =
        starts("00:00")
            .k3s("00:05", REJECTED)
            .k3s("00:10", REJECTED)
            .k3s("00:15", CONFIGURED)
            .readAt("01:00")
            .past("node-password-rejected")
            .get(0);

    assertThat(past.first()).isEqualTo("2026-11-23T05:00:05Z");
    assertThat(past.last()).isEqualTo("2026-11-23T05:00:10Z");
    assertThat(past.origin().line()).isEqualTo(3);
  }

  private static final String TAKEN = "listen tcp :10250: bind: address already in use";

  private LogHistoryTest comesUp(String time) {
    return k3s(time, "Successfully registered node");
  }

  private static List<String> taken(ReadLogs logs) {
    List<String> all = new ArrayList<>();
    logs.present("port-in-use").forEach(signal -> all.add(signal.count() + " now"));
    logs.past("port-in-use").forEach(signal -> all.add(signal.count() + " " + signal.endedBy()));
    return all;
  }

  @Test
  void what_a_run_said_long_before_it_failed_is_past() {
    ReadLogs logs =
        starts("00:00")
            .comesUp("00:20")
            .k3s("05:00", TAKEN)
            .crashes("20:00")
            .isRestarted("20:05")
            .crashes("20:10")
            .readAt("20:12");

    assertThat(taken(logs)).containsExactly("1 silence");
  }

  @Test
  void what_a_run_said_soon_before_it_failed_is_present() {
    ReadLogs logs =
        starts("00:00")
            .comesUp("00:20")
            .k3s("05:00", TAKEN)
            .k3s("19:50", TAKEN)
            .crashes("20:00")
            .isRestarted("20:05")
            .k3s("20:07", TAKEN)
            .readAt("20:12");

    assertThat(taken(logs)).containsExactly("2 now", "1 silence");
  }

  @Test
  void what_a_run_said_that_has_gone_on_since_is_past() {
    ReadLogs logs =
        starts("00:00").comesUp("00:20").k3s("05:00", TAKEN).k3s("20:00", "x").readAt("30:00");

    assertThat(taken(logs)).containsExactly("1 silence");
  }

  @Test
  void the_last_words_of_a_log_are_present() {
    ReadLogs logs = starts("00:00").comesUp("00:20").k3s("05:00", TAKEN).readAt("30:00");

    assertThat(taken(logs)).containsExactly("1 now");
  }

  @Test
  void what_a_run_said_that_never_came_up_is_present() {
    ReadLogs logs = starts("00:00").k3s("05:00", TAKEN).k3s("20:00", "x").readAt("30:00");

    assertThat(taken(logs)).containsExactly("1 now");
  }

  @Test
  void a_run_whose_start_is_not_in_the_log_had_come_up() {
    ReadLogs logs = k3s("05:00", TAKEN).k3s("20:00", "x").readAt("30:00");

    assertThat(taken(logs)).containsExactly("1 silence");
  }
}
