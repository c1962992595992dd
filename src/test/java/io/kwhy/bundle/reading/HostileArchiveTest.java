package io.kwhy.bundle.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tars that nobody should make. Each gives a gap that says so, and the rest of the evidence. */
@Timeout(value = 180, threadMode = ThreadMode.SEPARATE_THREAD)
class HostileArchiveTest {
  private static final String HOSTNAME = "nodes/w1/files/etc/hostname";

  @TempDir Path dir;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/etc/cron.d/x | expected a relative name, found an absolute one",
        "../x | expected a name below the bundle's root, found ..",
        "cluster/../../x | expected a name below the bundle's root, found ..",
        "cluster/../nodes/x | expected a name below the bundle's root, found ..",
        "..\\x | expected names separated by /, found a backslash",
        "C:x | expected a relative name, found a drive letter",
        "./. | expected a name, found none",
      })
  void name_that_leads_elsewhere_is_not_used(String name, String problem) throws Exception {
    Reading reading = Reading.of(Archive.bundle().with(name, "evil").in(dir));

    assertThat(reading.entries()).containsOnlyKeys("bundle.json", HOSTNAME);
    assertThat(reading.gaps()).containsExactly(name + ": " + problem);
  }

  @Test
  void terminal_controls_in_a_name_do_not_get_through() throws Exception {
    String name = "cluster/\u001b[2J\u0007\u202egnp\u009b31m\n.json";
    Reading reading = Reading.of(Archive.bundle().with(name, "evil").in(dir));

    assertThat(reading.entries()).containsOnlyKeys("bundle.json", HOSTNAME);
    assertThat(reading.gaps())
        .containsExactly(
            "cluster/\\u001b[2J\\u0007\\u202egnp\\u009b31m\\u000a.json:"
                + " expected a printable name, found control characters");
  }

  @Test
  void empty_members_of_a_gzip_file_do_not_fill_the_stack() throws Exception {
    byte[] tar = Archive.bundle().with("cluster/nodes.json", "{}").tar();
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    byte[] empty = Archive.gzip(new byte[0]);
    for (int i = 0; i < 200_000; i++) {
      members.write(empty);
    }
    byte[] none = members.toByteArray();
    members.reset();
    members.write(Archive.gzip(Arrays.copyOf(tar, 2_048)));
    members.write(none);
    members.write(Archive.gzip(Arrays.copyOfRange(tar, 2_048, tar.length)));

    assertThat(Reading.of(write(members.toByteArray())).gaps())
        .singleElement()
        .asString()
        .contains("empty members");
    assertThat(Reading.refusal(write(none))).contains("empty members");
  }

  @Test
  void nul_in_a_name_does_not_get_through() throws Exception {
    byte[] tar = Archive.bundle().with("cluster/a?b.json", "evil").tar();

    Reading reading = Reading.of(write(Archive.gzip(renamed(tar, '?', 0))));

    assertThat(reading.entries().keySet()).noneMatch(name -> name.indexOf('\0') >= 0);
    assertThat(reading.entries()).containsKey(HOSTNAME);
  }

  @Test
  void name_that_is_not_utf8_is_told_and_kept_readable() throws Exception {
    byte[] tar = Archive.bundle().with("cluster/a?b.json", "{}").tar();

    Reading reading = Reading.of(write(Archive.gzip(renamed(tar, '?', 0xfc))));

    assertThat(reading.entries()).containsKey("cluster/a?b.json");
    assertThat(reading.gaps())
        .containsExactly(
            "cluster/a?b.json: expected a name in UTF-8, found other bytes or ? in it");
  }

  @Test
  void output_of_the_script_is_no_bomb_either() throws Exception {
    String stream = "#kwhy-node 1\n=hostname\tw1\n@files/etc/hostname\n|w1\n\n@logs/k3s.log\n|";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(stream.getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(new byte[8 << 20]);
    Path file = Files.write(dir.resolve("w1.kwhy.gz"), Archive.gzip(bytes.toByteArray()));

    Reading reading = Reading.of(TestLimits.ratioFrom(1 << 20), file);

    assertThat(reading.entries()).containsEntry(HOSTNAME, "w1\n");
    assertThat(reading.gaps()).anyMatch(gap -> gap.contains("zip bomb"));
  }

  @Test
  void long_name_is_told_in_short() throws Exception {
    String name = "cluster/" + "x".repeat(5_000);
    Reading reading = Reading.of(Archive.bundle().with(name, "evil").in(dir));

    assertThat(reading.gaps())
        .containsExactly(
            name.substring(0, 200) + "…: expected a name of at most 1024 characters, found 5008");
  }

  @Test
  void deep_name_is_told() throws Exception {
    Reading reading = Reading.of(Archive.bundle().with("d/".repeat(70) + "x", "evil").in(dir));

    assertThat(reading.gaps())
        .singleElement()
        .asString()
        .endsWith(": expected at most 64 nested folders, found 71");
  }

  @Test
  void header_that_would_fill_the_memory_is_not_read() throws Exception {
    byte[] name = new byte[3 << 20];
    Arrays.fill(name, (byte) 'x');
    Path file =
        Archive.bundle()
            .with("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME, name)
            .with("cluster/nodes.json", "{}")
            .in(dir);

    Reading reading = Reading.of(file);

    assertThat(reading.entries()).containsOnlyKeys("bundle.json", HOSTNAME);
    assertThat(reading.gaps())
        .containsExactly(
            HOSTNAME
                + ": expected a header of at most 1048576 bytes after it, found more; the rest is not"
                + " read");
  }

  @ParameterizedTest
  @ValueSource(bytes = {TarConstants.LF_CHR, TarConstants.LF_BLK, TarConstants.LF_FIFO})
  void device_is_no_evidence(byte kind) throws Exception {
    Reading reading =
        Reading.of(Archive.bundle().with("cluster/nodes.json", kind, new byte[0]).in(dir));

    assertThat(reading.entries()).doesNotContainKey("cluster/nodes.json");
    assertThat(reading.gaps())
        .containsExactly("cluster/nodes.json: expected a file, found a device or pipe");
  }

  @Test
  void link_to_a_file_of_the_bundle_is_followed() throws Exception {
    Path file =
        Archive.empty()
            .withSymbolicLink("top/nodes/w1/files/etc/resolv.conf", "../run/resolv.conf")
            .withHardLink("top/nodes/w1/files/etc/other", "top/nodes/w1/files/run/resolv.conf")
            .with("top/bundle.json", Archive.MANIFEST)
            .with("top/nodes/w1/files/run/resolv.conf", "nameserver 10.0.0.1\n")
            .in(dir);

    Reading reading = Reading.of(file);

    assertThat(reading.entries())
        .containsEntry("nodes/w1/files/etc/resolv.conf", "nameserver 10.0.0.1\n")
        .containsEntry("nodes/w1/files/etc/other", "nameserver 10.0.0.1\n");
    assertThat(reading.gaps()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/etc/shadow | expected a link to a file in the bundle, expected a relative name, found an absolute one",
        "../../x | expected a link to a file in the bundle, expected a name below the bundle's root, found ..",
        "missing | expected a link to a file in the bundle, found one to cluster/missing",
        "../nodes | expected a link to a file in the bundle, found one to nodes",
        "link | expected a link to a file in the bundle, found one to cluster/link",
      })
  void link_to_anything_else_is_not_followed(String target, String problem) throws Exception {
    Reading reading = Reading.of(Archive.bundle().withSymbolicLink("cluster/link", target).in(dir));

    assertThat(reading.entries()).containsOnlyKeys("bundle.json", HOSTNAME);
    assertThat(reading.gaps()).containsExactly("cluster/link: " + problem);
  }

  @Test
  void links_that_lead_to_each_other_end_somewhere() throws Exception {
    Reading reading =
        Reading.of(
            Archive.bundle()
                .withSymbolicLink("cluster/a", "b")
                .withSymbolicLink("cluster/b", "a")
                .in(dir));

    assertThat(reading.gaps())
        .hasSize(2)
        .allMatch(gap -> gap.contains("expected a link to a file"));
  }

  @Test
  void entry_below_a_link_stays_in_the_bundle() throws Exception {
    Reading reading =
        Reading.of(
            Archive.bundle()
                .withSymbolicLink("cluster/link", dir.toString())
                .with("cluster/link/dropped.txt", "evil")
                .in(dir));

    assertThat(dir.resolve("dropped.txt")).doesNotExist();
    assertThat(reading.entries()).containsEntry("cluster/link/dropped.txt", "evil");
  }

  @Test
  void last_of_several_entries_of_one_name_is_used() throws Exception {
    Reading reading =
        Reading.of(Archive.bundle().with("cluster/a", "1").with("cluster/a", "2").in(dir));

    assertThat(reading.entries()).containsEntry("cluster/a", "2");
    assertThat(reading.gaps())
        .containsExactly(
            "cluster/a: expected one entry of this name, found another; the last one is used");
  }

  @Test
  void archive_that_ends_in_an_entry_gives_what_there_is_of_it() throws Exception {
    byte[] tar = Archive.bundle().with("logs/a/b/c.log", "line\n".repeat(1_000)).tar();
    int start = new String(tar, StandardCharsets.ISO_8859_1).indexOf("line\n");

    Reading reading = Reading.of(write(Arrays.copyOf(tar, start + 100)));

    assertThat(reading.entries()).containsEntry("logs/a/b/c.log", "line\n".repeat(20));
    assertThat(reading.gaps())
        .singleElement()
        .asString()
        .startsWith("logs/a/b/c.log: expected the whole entry, found 100 bytes of it: ");
  }

  @Test
  void gzip_that_ends_too_early_gives_what_there_is() throws Exception {
    byte[] noise = new byte[200_000];
    new Random(1).nextBytes(noise);
    byte[] gzip = Archive.bundle().with("logs/a/b/c.log", noise).tarGz();

    Reading reading = Reading.of(write(Arrays.copyOf(gzip, 100_000)));

    assertThat(reading.entries()).containsKeys("bundle.json", HOSTNAME, "logs/a/b/c.log");
    assertThat(reading.gaps())
        .singleElement()
        .asString()
        .matches(
            "logs/a/b/c\\.log: expected the whole entry, found \\d+ bytes of it: it ends too early");
  }

  @Test
  void gzip_without_its_trailer_is_told() throws Exception {
    byte[] gzip = Archive.bundle().tarGz();

    Reading reading = Reading.of(write(Arrays.copyOf(gzip, gzip.length - 4)));

    assertThat(reading.entries()).containsKeys("bundle.json", HOSTNAME);
    assertThat(reading.gaps())
        .containsExactly(
            HOSTNAME + ": expected another entry or the end after it, found: it ends too early");
  }

  @Test
  void damaged_header_ends_the_reading_with_a_gap() throws Exception {
    byte[] tar = Archive.bundle().with("cluster/a", "1").with("cluster/b", "2").tar();
    int header = new String(tar, StandardCharsets.ISO_8859_1).indexOf("cluster/a");
    Arrays.fill(tar, header + 120, header + 140, (byte) 'Z');

    Reading reading = Reading.of(write(Archive.gzip(tar)));

    assertThat(reading.entries()).containsKeys("bundle.json", HOSTNAME);
    assertThat(reading.gaps())
        .singleElement()
        .asString()
        .startsWith(HOSTNAME + ": expected another entry or the end after it, found: ");
  }

  @Test
  void any_damage_is_told_in_one_line() throws Exception {
    byte[] whole =
        Archive.bundle()
            .with("cluster/a", "1".repeat(3_000))
            .withSymbolicLink("cluster/b", "a")
            .tar();
    Random random = new Random(7);
    for (int round = 0; round < 500; round++) {
      byte[] tar = whole.clone();
      for (int i = 0; i < 8; i++) {
        tar[random.nextInt(tar.length)] = (byte) random.nextInt();
      }
      Path file = write(round % 2 == 0 ? tar : damaged(Archive.gzip(whole), random));
      try {
        assertThat(Reading.of(file).gaps()).allMatch(gap -> !gap.contains("\n"));
      } catch (UnreadableBundleException e) {
        assertThat(e).hasMessageStartingWith(file + ": ").message().doesNotContain("\n");
      }
    }
  }

  @Test
  void bomb_is_defused() throws Exception {
    Path file =
        Archive.bundle().with("logs/a/b/c.log", new byte[8 << 20]).with("cluster/a", "1").in(dir);

    Reading reading = Reading.of(TestLimits.ratioFrom(4 << 20), file);

    assertThat(reading.entries()).containsOnlyKeys("bundle.json", HOSTNAME);
    assertThat(reading.gaps())
        .containsExactly(
            "logs/a/b/c.log: expected an archive that expands to less than 200 times its size,"
                + " found more (a \"zip bomb\"); it is read no further");
  }

  @Test
  void bomb_in_an_entry_that_is_not_used_is_defused() throws Exception {
    Path file = Archive.bundle().with("../x", new byte[8 << 20]).in(dir);

    Reading reading = Reading.of(TestLimits.ratioFrom(4 << 20), file);

    assertThat(reading.gaps()).hasSize(2).last().asString().contains("zip bomb");
  }

  @Test
  void archive_that_expands_too_far_is_read_so_far() throws Exception {
    Path file =
        Archive.bundle().with("cluster/a", new byte[900]).with("cluster/b", new byte[900]).in(dir);

    Reading reading = Reading.of(TestLimits.expandedBytes(1_500), file);

    assertThat(reading.entries()).containsKey("cluster/a").doesNotContainKey("cluster/b");
    assertThat(reading.gaps())
        .containsExactly(
            "cluster/b: expected an archive that expands to at most 1500 bytes, found more; it is read"
                + " no further");
  }

  @Test
  void too_many_entries_are_told() throws Exception {
    Path file = Archive.bundle().with("cluster/a", "1").with("cluster/b", "2").in(dir);

    Reading reading = Reading.of(TestLimits.entries(3), file);

    assertThat(reading.entries()).containsKey("cluster/a").doesNotContainKey("cluster/b");
    assertThat(reading.gaps())
        .containsExactly("cluster/b: expected at most 3 entries, found more; the rest is not read");
  }

  @Test
  void too_long_names_in_all_are_told() throws Exception {
    Path file = Archive.bundle().with("cluster/a", "1").in(dir);

    Reading reading = Reading.of(TestLimits.nameCharacters(40), file);

    assertThat(reading.gaps())
        .containsExactly(
            "cluster/a: expected names of at most 40 characters in all, found more; the rest is not"
                + " read");
  }

  @Test
  void very_many_problems_are_counted() throws Exception {
    Archive archive = Archive.bundle();
    for (int i = 0; i < 20; i++) {
      archive.with("../" + i, "");
    }

    assertThat(Reading.of(TestLimits.gaps(5), archive.in(dir)).gaps())
        .hasSize(6)
        .contains("../5: expected at most 5 problems, found 15 more, here and after");
  }

  @Test
  void data_after_the_end_of_the_archive_is_not_read_forever() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(Archive.bundle().tar());
    bytes.write(new byte[4 << 20]);

    assertThat(Reading.of(write(Archive.gzip(bytes.toByteArray()))).gaps())
        .containsExactly(
            "x.tar.gz: expected at most 1048576 bytes after the end of the archive, found more; they"
                + " are not read");
  }

  @Test
  void archive_of_which_nothing_can_be_used_says_why() throws Exception {
    Path file = Archive.empty().with("../bundle.json", Archive.MANIFEST).in(dir);

    assertThat(Reading.refusal(file))
        .endsWith(
            "found none of them; ../bundle.json: expected a name below the bundle's root, found ..");
  }

  /** The tar with one byte in the name of an entry changed, and its header's checksum put right. */
  private static byte[] renamed(byte[] tar, char from, int to) {
    int at = new String(tar, StandardCharsets.ISO_8859_1).indexOf("a" + from + "b.json") + 1;
    int header = at / 512 * 512;
    tar[at] = (byte) to;
    Arrays.fill(tar, header + 148, header + 156, (byte) ' ');
    int sum = 0;
    for (int i = header; i < header + 512; i++) {
      sum += Byte.toUnsignedInt(tar[i]);
    }
    byte[] checksum = String.format("%06o\0 ", sum).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(checksum, 0, tar, header + 148, checksum.length);
    return tar;
  }

  private static byte[] damaged(byte[] bytes, Random random) {
    for (int i = 0; i < 4; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    return bytes;
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(dir.resolve("x.tar.gz"), bytes);
  }
}
