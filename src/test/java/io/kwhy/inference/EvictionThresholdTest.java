package io.kwhy.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kwhy.fact.Origin;
import io.kwhy.fact.node.Filesystem;
import io.kwhy.fact.node.K3sSetting;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EvictionThresholdTest {
  private static List<EvictionThreshold> limits(String setting) {
    return EvictionThreshold.of(
        "w1", setting, new K3sSetting("w1", "kubelet-arg", setting, "file", Origin.of("it")));
  }

  private static Filesystem disk(String mount, long size, long available) {
    return new Filesystem(
        "w1", "/dev/sda", "ext4", mount, size, size - available, available, Origin.of("df"));
  }

  @Test
  void each_part_of_a_setting_is_a_limit() {
    assertThat(limits("eviction-hard=nodefs.available<99%,memory.available<1.5Gi,pid.available<5%"))
        .extracting(
            EvictionThreshold::pressure, EvictionThreshold::signal, EvictionThreshold::limit)
        .containsExactly(
            tuple("DiskPressure", "nodefs.available", "99%"),
            tuple("MemoryPressure", "memory.available", "1.5Gi"),
            tuple("PIDPressure", "pid.available", "5%"));
  }

  @Test
  void an_amount_is_a_share_of_what_there_is() {
    assertThat(limits("eviction-hard=memory.available<1Gi").get(0).percentOf(4L << 30))
        .isEqualTo(25);
  }

  @Test
  void what_is_no_limit_is_left_out() {
    assertThat(limits("eviction-hard=nodefs.available,foo<3")).isEmpty();
  }

  @Test
  void the_nearest_mount_point_holds_a_path() {
    List<EvictionRoom> rooms =
        EvictionRoom.ofKubelet(
            List.of(disk("/", 100, 50), disk("/var/lib/rancher", 100, 3), disk("/var/li", 9, 9)));

    assertThat(rooms)
        .extracting(EvictionRoom::signal, EvictionRoom::place, EvictionRoom::share)
        .containsExactly(
            tuple("imagefs.available", "/var/lib/rancher", "3.0 %"),
            tuple("nodefs.available", "/", "50.0 %"));
    assertThat(rooms.get(0).isBelow(limits("imagefs.available<5%").get(0))).isTrue();
    assertThat(rooms.get(1).isBelow(limits("nodefs.available<5%").get(0))).isFalse();
  }

  @Test
  void durations_are_read_as_go_writes_them() {
    assertThat(GracePeriod.seconds("1m20s")).isEqualTo(80);
    assertThat(GracePeriod.seconds("16s")).isEqualTo(16);
    assertThat(GracePeriod.seconds("soon")).isZero();
    assertThat(GracePeriod.byVersion("v1.31.9+k3s1").seconds()).isEqualTo(40);
    assertThat(GracePeriod.byVersion("v1.32.0+k3s1").seconds()).isEqualTo(50);
  }
}
