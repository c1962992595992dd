package io.kwhy.parse.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.Source;
import io.kwhy.fact.node.Filesystem;
import io.kwhy.fact.node.Inodes;
import io.kwhy.fact.node.Memory;
import io.kwhy.parse.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisksAndMemoryTest {

  @Test
  void df_with_the_type() {
    Parsed parsed =
        Parsed.of(
            Source.DISKS,
            """
            Filesystem     Type  1024-blocks    Used Available Capacity Mounted on
            /dev/sda1      ext4     20000000 19000000   1000000      95% /
            //nas/my share cifs          100      40        60      40% /mnt/my share
            """);
    assertThat(parsed.gaps()).isEmpty();
    assertThat(parsed.facts())
        .containsExactly(
            new Filesystem(
                "w1",
                "/dev/sda1",
                "ext4",
                "/",
                20_480_000_000L,
                19_456_000_000L,
                1_024_000_000L,
                Parsed.at(Source.DISKS, 2)),
            new Filesystem(
                "w1",
                "//nas/my share",
                "cifs",
                "/mnt/my share",
                102_400,
                40_960,
                61_440,
                Parsed.at(Source.DISKS, 3)));
  }

  @Test
  void df_of_busybox_without_the_type() {
    assertThat(
            Parsed.of(
                    Source.DISKS,
                    """
                    Filesystem           1K-blocks      Used Available Use% Mounted on
                    /dev/mapper/vg-root     10240      5120      5120  50% /
                    """)
                .facts())
        .containsExactly(
            new Filesystem(
                "w1",
                "/dev/mapper/vg-root",
                "",
                "/",
                10_485_760,
                5_242_880,
                5_242_880,
                Parsed.at(Source.DISKS, 2)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dateisystem    Typ 1024-Blöcke Benutzt Verfügbar Kapazität Eingehängt auf",
        "文件系统 类型 1K-块 已用 可用 已用% 挂载点"
      })
  void df_in_another_language(String header) {
    Parsed parsed = Parsed.of(Source.DISKS, header + "\n/dev/sda1 ext4 10240 5120 5120 50% /var\n");
    assertThat(parsed.gaps()).isEmpty();
    assertThat(parsed.texts()).containsExactly("/var /dev/sda1: 5 MiB of 10 MiB available");
  }

  @Test
  void blocks_of_no_size_are_a_gap() {
    assertThat(
            Parsed.of(
                    Source.DISKS,
                    "Filesystem 0-blocks Used Available Capacity Mounted on\n/dev/a 9 5 4 50% /\n")
                .gaps())
        .containsExactly("2: expected a header with the size of blocks, found no such column");
  }

  @Test
  void df_that_wraps_long_names() {
    Parsed parsed =
        Parsed.of(
            Source.DISKS,
            """
            Filesystem           1K-blocks      Used Available Use% Mounted on
            /dev/mapper/a-very-long-name
                                     10240      5120      5120  50% /var
            """);
    assertThat(parsed.gaps()).isEmpty();
    assertThat(parsed.texts())
        .containsExactly("/var /dev/mapper/a-very-long-name: 5 MiB of 10 MiB available");
  }

  @Test
  void file_systems_without_a_size_say_nothing() {
    Parsed parsed =
        Parsed.of(
            Source.DISKS,
            """
            Filesystem Type  1024-blocks Used Available Capacity Mounted on
            systemd-1  autofs          -    -         -        - /proc/sys/fs/binfmt_misc
            none       proc            0    0         0        - /x
            """);
    assertThat(parsed.gaps()).isEmpty();
    assertThat(parsed.facts()).isEmpty();
  }

  @Test
  void df_in_words_for_people_is_a_gap() {
    Parsed parsed =
        Parsed.of(
            Source.DISKS,
            "Filesystem Size Used Avail Use% Mounted on\n/dev/sda1 20G 5G 15G 25% /\n");
    assertThat(parsed.facts()).isEmpty();
    assertThat(parsed.gaps()).hasSize(1);
  }

  @Test
  void df_that_was_cut_off_and_complained() {
    Parsed parsed =
        Parsed.of(
            Source.DISKS,
            """
            df: /run/user/1000/doc: Operation not permitted
            Filesystem Type 1024-blocks Used Available Capacity Mounted on
            /dev/sda1  ext4 1024 24 1000 3% /
            /dev/sda2  ext4 10
            """);
    assertThat(parsed.facts()).hasSize(1);
    assertThat(parsed.gaps())
        .containsExactly(
            "1: expected the header of df, found \"df: /run/user/1000/doc: Operation not permitted\"",
            "4: expected a file system with its figures, found \"/dev/sda2  ext4 10\"");
  }

  @Test
  void disks_beyond_a_long_do_not_overflow() {
    assertThat(
            Parsed.of(
                    Source.DISKS,
                    """
                    Filesystem 1024-blocks Used Available Capacity Mounted on
                    a 999999999999999999 1 999999999999999999 1% /
                    """)
                .texts())
        .containsExactly("/ a: 8796093022207 MiB of 8796093022207 MiB available");
  }

  @Test
  void inodes_of_file_systems_that_have_a_table() {
    Parsed parsed =
        Parsed.of(
            Source.INODES,
            """
            Filesystem      Inodes  IUsed   IFree IUse% Mounted on
            /dev/sda1      1000000 999000    1000  100% /
            /dev/sdb1            0      0       0     - /btrfs
            """);
    assertThat(parsed.gaps()).isEmpty();
    assertThat(parsed.facts())
        .containsExactly(
            new Inodes(
                "w1", "/dev/sda1", "/", 1_000_000, 999_000, 1_000, Parsed.at(Source.INODES, 2)));
  }

  @Test
  void header_alone_is_a_gap() {
    assertThat(Parsed.of(Source.INODES, "Filesystem Inodes IUsed IFree IUse% Mounted on\n").gaps())
        .containsExactly("0: lists no file system");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // procps 3.3.10 and later, free -b
        """
                       total        used        free      shared  buff/cache   available
        Mem:      8388608000  4194304000  1048576000   104857600  3145728000  3145728000
        Swap:     2097152000  1048576000  1048576000
        """,
        // the same, in KiB: no figure but the total happens to be a multiple of 1024
        """
                      total        used        free      shared  buff/cache   available
        Mem:        8192000     4096000     1024001      102400     3072000     3072000
        Swap:       2048000     1024000     1024000
        """,
        // procps of RHEL 6
        """
                     total       used       free     shared    buffers     cached
        Mem:       8192000    7167999    1024001          0     100000    1947999
        -/+ buffers/cache:    5120000    3072000
        Swap:      2048000    1024000    1024000
        """,
        // old busybox
        """
                     total         used         free       shared      buffers
        Mem:       8192000      7167999      1024001            0      2047999
        -/+ buffers:            5120000      3072000
        Swap:      2048000      1024000      1024000
        """
      })
  void free_of_all_sorts(String text) {
    Parsed parsed = Parsed.of(Source.MEMORY, text);
    assertThat(parsed.gaps()).isEmpty();
    assertThat(parsed.facts())
        .containsExactly(
            new Memory(
                "w1",
                8_388_608_000L,
                3_145_728_000L,
                2_097_152_000L,
                1_048_576_000L,
                Parsed.at(Source.MEMORY, 2)));
  }

  @Test
  void free_without_available_and_without_swap() {
    assertThat(
            Parsed.of(
                    Source.MEMORY,
                    "  total used free shared buffers cached\nMem: 1000001 5 100 0 20 3\n")
                .facts())
        .containsExactly(
            new Memory("w1", 1_024_001_024, 123 * 1024, 0, 0, Parsed.at(Source.MEMORY, 2)));
  }

  @Test
  void free_in_an_unknown_unit_is_a_gap() {
    assertThat(Parsed.of(Source.MEMORY, " total used free\nMem: 7821 1 7820\n").gaps())
        .containsExactly(
            "2: expected total and available memory in bytes or KiB, found \"Mem: 7821 1 7820\"");
  }

  @Test
  void free_without_memory_is_a_gap() {
    Parsed parsed = Parsed.of(Source.MEMORY, "sh: free: not found\n");
    assertThat(parsed.facts()).isEmpty();
    assertThat(parsed.gaps())
        .containsExactly(
            "1: expected a row of free, found \"sh: free: not found\"", "0: has no row Mem:");
  }
}
