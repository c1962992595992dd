package io.kwhy.parse.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.Source;
import io.kwhy.fact.network.PodAddressReservations;
import io.kwhy.fact.node.CgroupController;
import io.kwhy.fact.node.EmptyFile;
import io.kwhy.fact.node.EnabledUnit;
import io.kwhy.fact.node.FolderSize;
import io.kwhy.fact.node.KernelArgument;
import io.kwhy.fact.node.MountPoint;
import io.kwhy.fact.node.SelinuxMode;
import io.kwhy.parse.Parsed;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a host offers k3s: mounts, control groups, SELinux, units, the size of folders. */
class HostStateTest {

  @Test
  void folders_that_were_measured() {
    assertThat(
            Parsed.of(Source.FOLDERS, "4096\t/var/log/pods\n8\t/var/lib/my volumes\nx y\n").facts())
        .containsExactly(
            new FolderSize("w1", "/var/log/pods", 4194304, Parsed.at(Source.FOLDERS, 1)),
            new FolderSize("w1", "/var/lib/my volumes", 8192, Parsed.at(Source.FOLDERS, 2)));
  }

  @Test
  void no_folder_at_all_is_no_gap() {
    assertThat(Parsed.of(Source.FOLDERS, "").gaps()).isEmpty();
  }

  @Test
  void addresses_that_are_given_to_pods() {
    String text =
        """
        total 12
        -rw-r--r-- 1 root root 70 Nov 23 05:49 10.42.0.2
        -rw-r--r-- 1 root root 70 Nov 23 05:49 fd00:42::2
        -rw-r--r-- 1 root root  9 Nov 23 05:49 last_reserved_ip.0
        -rwxr-x--- 1 root root  0 Nov 23 05:49 lock
        """;

    assertThat(Parsed.of(Source.CNI_NETWORKS, text).facts())
        .containsExactly(
            new PodAddressReservations(
                "w1", List.of("10.42.0.2", "fd00:42::2"), Parsed.at(Source.CNI_NETWORKS, 0)));
  }

  @Test
  void mounts_without_those_of_pods() {
    String text =
        """
        /dev/sda1 / ext4 rw,relatime,errors=remount-ro 0 0
        /dev/sdb1 /mnt/my\\040disk xfs ro,noexec 0 0
        tmpfs /var/lib/kubelet/pods/1/volumes/x tmpfs rw 0 0
        """;
    assertThat(Parsed.of(Source.MOUNTS, text).facts())
        .containsExactly(
            new MountPoint(
                "w1", "/dev/sda1", "/", "ext4", false, false, Parsed.at(Source.MOUNTS, 1)),
            new MountPoint(
                "w1", "/dev/sdb1", "/mnt/my disk", "xfs", true, true, Parsed.at(Source.MOUNTS, 2)));
  }

  @Test
  void a_mount_holds_what_is_below_it() {
    MountPoint var =
        new MountPoint("w1", "", "/var", "ext4", false, false, Parsed.at(Source.MOUNTS, 1));
    assertThat(var.holds("/var/lib/rancher/k3s")).isTrue();
    assertThat(var.holds("/variant")).isFalse();
  }

  @Test
  void control_groups_that_are_on_and_off() {
    String text =
        "#subsys_name\thierarchy\tnum_cgroups\tenabled\ncpu\t3\t60\t1\nmemory\t0\t60\t0\n";
    assertThat(Parsed.of(Source.CGROUPS, text).facts())
        .containsExactly(
            new CgroupController("w1", "cpu", 1, true, Parsed.at(Source.CGROUPS, 2)),
            new CgroupController("w1", "memory", 0, false, Parsed.at(Source.CGROUPS, 3)));
  }

  @Test
  void arguments_of_the_kernel() {
    assertThat(Parsed.of(Source.KERNEL_ARGUMENTS, "quiet cgroup_disable=memory\n").facts())
        .containsExactly(
            new KernelArgument("w1", "quiet", "", Parsed.at(Source.KERNEL_ARGUMENTS, 1)),
            new KernelArgument(
                "w1", "cgroup_disable", "memory", Parsed.at(Source.KERNEL_ARGUMENTS, 1)));
  }

  @Test
  void mode_of_selinux() {
    assertThat(Parsed.of(Source.SELINUX, "Permissive\n").facts())
        .containsExactly(new SelinuxMode("w1", "Permissive", Parsed.at(Source.SELINUX, 1)));
    assertThat(Parsed.of(Source.SELINUX, "getenforce: not found\n").gaps()).hasSize(1);
  }

  @Test
  void units_that_the_host_has() {
    String text =
        """
        Id=nm-cloud-setup.service
        UnitFileState=

        Id=nm-cloud-setup.timer
        UnitFileState=enabled
        """;
    assertThat(Parsed.of(Source.CLOUD_SETUP, text).facts())
        .containsExactly(
            new EnabledUnit(
                "w1", "nm-cloud-setup.timer", "enabled", Parsed.at(Source.CLOUD_SETUP, 4)));
  }

  @Test
  void files_without_content() {
    Parsed parsed = Parsed.of(Source.EMPTY_FILES, "/etc/rancher/node/password\nfind: no\n");
    assertThat(parsed.facts())
        .containsExactly(
            new EmptyFile("w1", "/etc/rancher/node/password", Parsed.at(Source.EMPTY_FILES, 1)));
    assertThat(parsed.gaps()).hasSize(1);
    assertThat(Parsed.of(Source.EMPTY_FILES, "").gaps()).isEmpty();
  }
}
