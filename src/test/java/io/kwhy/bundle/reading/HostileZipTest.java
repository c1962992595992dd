package io.kwhy.bundle.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Zips that nobody should make: guarded as tars are. */
@Timeout(value = 180, threadMode = ThreadMode.SEPARATE_THREAD)
class HostileZipTest {
  private static final String HOSTNAME = "nodes/w1/files/etc/hostname";

  @TempDir Path dir;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes);

  @BeforeEach
  void bundle() throws IOException {
    add("bundle.json", Archive.MANIFEST.getBytes(StandardCharsets.UTF_8), 0);
    add(HOSTNAME, "w1\n".getBytes(StandardCharsets.UTF_8), 0);
  }

  @Test
  void name_that_leads_elsewhere_is_not_used() throws Exception {
    add("../x", new byte[1], 0);
    add("..\\..\\x", new byte[1], 0);

    Reading reading = Reading.of(file());

    assertThat(reading.entries()).containsOnlyKeys("bundle.json", HOSTNAME);
    assertThat(reading.gaps()).hasSize(2).allMatch(gap -> gap.contains("expected "));
  }

  @Test
  void entry_that_lies_there_under_another_name_is_not_used() throws Exception {
    add("nodes/w1/files/etc/machine", "other\n".getBytes(StandardCharsets.UTF_8), 0);
    Path file = file();
    byte[] whole = Files.readAllBytes(file);
    ByteBuffer table = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
    int offset = -1;
    for (int at = 0; at < whole.length - 46; at++) {
      if (table.getInt(at) == 0x02014b50) {
        // The table of contents has three rows; each leads to the second entry from now on.
        offset = table.getInt(at + 42) > 0 && offset < 0 ? table.getInt(at + 42) : offset;
        table.putInt(at + 42, offset < 0 ? 0 : offset);
      }
    }
    Files.write(file, whole);

    Reading reading = Reading.of(file);

    assertThat(reading.entries()).containsOnlyKeys("bundle.json", HOSTNAME);
    assertThat(reading.gaps()).anyMatch(gap -> gap.contains("under another name"));
  }

  @Test
  void link_to_a_file_of_the_bundle_is_followed() throws Exception {
    add("cluster/link", bytes("../" + HOSTNAME), UnixStat.LINK_FLAG | 0777);

    assertThat(Reading.of(file()).entries()).containsEntry("cluster/link", "w1\n");
  }

  @Test
  void link_that_leads_out_is_not_followed() throws Exception {
    add("cluster/link", bytes("/etc/shadow"), UnixStat.LINK_FLAG | 0777);

    Reading reading = Reading.of(file());

    assertThat(reading.entries()).doesNotContainKey("cluster/link");
    assertThat(reading.gaps())
        .containsExactly(
            "cluster/link: expected a link to a file in the bundle, expected a relative name, found"
                + " an absolute one");
  }

  @Test
  void device_is_no_evidence() throws Exception {
    add("cluster/nodes.json", new byte[0], 0010000 | 0644);

    assertThat(Reading.of(file()).gaps())
        .containsExactly("cluster/nodes.json: expected a file, found a device, pipe or socket");
  }

  @Test
  void last_of_several_entries_of_one_name_is_used() throws Exception {
    add(HOSTNAME, bytes("w2\n"), 0);

    Reading reading = Reading.of(file());

    assertThat(reading.entries()).containsEntry(HOSTNAME, "w2\n");
    assertThat(reading.gaps()).hasSize(1);
  }

  @Test
  void encrypted_entry_is_told() throws Exception {
    byte[] file = content();
    // Bit 0 of the flags, in the table of contents and in front of the entry.
    flag(file, "PK\001\002", 8);
    flag(file, "PK\003\004", 6);

    Reading reading = Reading.of(write(file));

    assertThat(reading.entries()).containsOnlyKeys("bundle.json");
    assertThat(reading.gaps())
        .containsExactly(HOSTNAME + ": expected a file, found an encrypted one");
  }

  @Test
  void damaged_content_is_told_by_its_checksum() throws Exception {
    zip.setLevel(0);
    add("cluster/nodes.json", bytes("{\"items\":[]}"), 0);
    byte[] file = content();
    file[new String(file, StandardCharsets.ISO_8859_1).indexOf("items")] = 'X';

    assertThat(Reading.of(write(file)).gaps())
        .containsExactly(
            "cluster/nodes.json: expected what its checksum says, found something else");
  }

  @Test
  void zip_that_ends_too_early_gives_what_there_is() throws Exception {
    byte[] noise = new byte[200_000];
    new Random(1).nextBytes(noise);
    add("logs/a/b/c.log", noise, 0);

    Reading reading = Reading.of(write(Arrays.copyOf(content(), 100_000)));

    assertThat(reading.entries()).containsKeys("bundle.json", HOSTNAME);
    assertThat(reading.gaps())
        .hasSize(2)
        .anyMatch(gap -> gap.startsWith("logs/a/b/c.log: expected the whole entry, found "))
        .anyMatch(gap -> gap.startsWith("x.zip: expected a zip with a table of contents, found: "));
  }

  @Test
  void bomb_is_defused() throws Exception {
    add("logs/a/b/c.log", new byte[8 << 20], 0);

    Reading reading = Reading.of(TestLimits.ratioFrom(4 << 20), file());

    assertThat(reading.entries()).containsOnlyKeys("bundle.json", HOSTNAME);
    assertThat(reading.gaps()).singleElement().asString().contains("zip bomb");
  }

  @Test
  void bomb_without_a_table_of_contents_is_defused() throws Exception {
    add("../x", new byte[8 << 20], 0);
    byte[] file = content();
    int contents = new String(file, StandardCharsets.ISO_8859_1).indexOf("PK\001\002");

    Reading reading =
        Reading.of(TestLimits.ratioFrom(4 << 20), write(Arrays.copyOf(file, contents)));

    assertThat(reading.entries()).containsOnlyKeys("bundle.json", HOSTNAME);
    assertThat(reading.gaps()).anyMatch(gap -> gap.contains("zip bomb"));
  }

  @Test
  void too_many_entries_are_told() throws Exception {
    add("cluster/a", new byte[1], 0);

    assertThat(Reading.of(TestLimits.entries(2), file()).gaps())
        .containsExactly("cluster/a: expected at most 2 entries, found more; the rest is not read");
  }

  @Test
  void name_that_is_not_utf8_is_told() throws Exception {
    add("cluster/a?b.json", new byte[1], 0);
    byte[] file = content();
    for (int i = 0; i < file.length - 1; i++) {
      if (file[i] == 'a' && file[i + 1] == '?') {
        file[i + 1] = (byte) 0xfc;
      }
    }

    assertThat(Reading.of(write(file)).gaps())
        .singleElement()
        .asString()
        .isEqualTo("cluster/a\uFFFDb.json: expected a name in UTF-8, found other bytes in it");
  }

  @Test
  void any_damage_is_told_in_one_line() throws Exception {
    add("cluster/a", bytes("1".repeat(3_000)), 0);
    add("cluster/b", bytes("a"), UnixStat.LINK_FLAG | 0777);
    byte[] whole = content();
    Random random = new Random(7);
    for (int round = 0; round < 500; round++) {
      byte[] damaged = whole.clone();
      for (int i = 0; i < 6; i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      Path file = write(damaged);
      try {
        assertThat(Reading.of(file).gaps()).allMatch(gap -> !gap.contains("\n"));
      } catch (UnreadableBundleException e) {
        assertThat(e).hasMessageStartingWith(file + ": ").message().doesNotContain("\n");
      }
    }
  }

  private void add(String name, byte[] content, int mode) throws IOException {
    ZipArchiveEntry entry = new ZipArchiveEntry(name);
    if (mode != 0) {
      entry.setUnixMode(mode);
    }
    zip.putArchiveEntry(entry);
    zip.write(content);
    zip.closeArchiveEntry();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void flag(byte[] file, String signature, int offset) {
    String text = new String(file, StandardCharsets.ISO_8859_1);
    int second = text.indexOf(signature, text.indexOf(signature) + 1);
    file[second + offset] |= 1;
  }

  private byte[] content() throws IOException {
    zip.close();
    return bytes.toByteArray();
  }

  private Path file() throws IOException {
    return write(content());
  }

  private Path write(byte[] content) throws IOException {
    return Files.write(dir.resolve("x.zip"), content);
  }
}
