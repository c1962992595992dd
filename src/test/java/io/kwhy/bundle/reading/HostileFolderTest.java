package io.kwhy.bundle.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Folders that hold more than files. */
@Timeout(value = 180, threadMode = ThreadMode.SEPARATE_THREAD)
class HostileFolderTest {
  @TempDir Path dir;
  private Path cluster;

  @BeforeEach
  void bundle() throws IOException {
    cluster = Files.createDirectories(dir.resolve("case/cluster"));
    Files.writeString(dir.resolve("case/bundle.json"), Archive.MANIFEST);
    Files.writeString(cluster.resolve("nodes.json"), "{}");
  }

  @Test
  void link_to_a_file_of_the_bundle_is_followed() throws Exception {
    Files.createSymbolicLink(cluster.resolve("link.json"), Path.of("nodes.json"));

    Reading reading = read();

    assertThat(reading.entries()).containsEntry("cluster/link.json", "{}");
    assertThat(reading.gaps()).isEmpty();
  }

  @Test
  void link_that_leads_out_is_not_followed() throws Exception {
    Path outside = Files.writeString(dir.resolve("secret"), "secret");
    Files.createSymbolicLink(cluster.resolve("link.json"), outside);

    Reading reading = read();

    assertThat(reading.entries()).doesNotContainKey("cluster/link.json");
    assertThat(reading.gaps())
        .containsExactly(
            "cluster/link.json: expected a file, found a link that leads out of the bundle");
  }

  @Test
  void links_that_lead_to_each_other_end_somewhere() throws Exception {
    Files.createSymbolicLink(cluster.resolve("a"), Path.of("b"));
    Files.createSymbolicLink(cluster.resolve("b"), Path.of("a"));

    assertThat(read().gaps()).hasSize(2).allMatch(gap -> gap.contains("expected a readable file"));
  }

  @Test
  void link_to_a_folder_above_does_not_go_round() throws Exception {
    Files.createSymbolicLink(cluster.resolve("up"), Path.of(".."));

    assertThat(read().gaps())
        .containsExactly("cluster/up: expected a file, found a link to something that is no file");
  }

  @Test
  void dangling_link_is_told() throws Exception {
    Files.createSymbolicLink(cluster.resolve("link.json"), Path.of("missing"));

    assertThat(read().gaps())
        .containsExactly("cluster/link.json: expected a readable file, found: nothing there");
  }

  @Test
  void pipe_is_never_opened() throws Exception {
    makePipe(cluster.resolve("pods.json"));

    Reading reading = read();

    assertThat(reading.entries()).doesNotContainKey("cluster/pods.json");
    assertThat(reading.gaps())
        .containsExactly("cluster/pods.json: expected a file, found a device, pipe or socket");
  }

  @Test
  void pipe_instead_of_a_bundle_is_never_opened() throws Exception {
    Path pipe = dir.resolve("pipe");
    makePipe(pipe);

    assertThat(Reading.refusal(pipe)).endsWith("found a device, pipe or socket");
  }

  @Test
  void pipe_instead_of_a_manifest_is_never_opened() throws Exception {
    Files.delete(dir.resolve("case/bundle.json"));
    makePipe(dir.resolve("case/bundle.json"));

    assertThat(read().gaps()).hasSize(2).allMatch(gap -> gap.startsWith("bundle.json: "));
  }

  @Test
  void file_without_permission_is_told() throws Exception {
    Path file = Files.writeString(cluster.resolve("pods.json"), "{}");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-w-------"));
    assumeFalse(Files.isReadable(file), "root reads everything");

    Reading reading = read();

    assertThat(reading.entries()).containsKey("cluster/nodes.json");
    assertThat(reading.gaps())
        .containsExactly("cluster/pods.json: expected a readable file, found: permission denied");
  }

  @Test
  void terminal_controls_in_a_name_do_not_get_through() throws Exception {
    Files.writeString(cluster.resolve("a\u001b[2J.json"), "{}");

    assertThat(read().gaps())
        .containsExactly(
            "cluster/a\\u001b[2J.json: expected a printable name, found control characters");
  }

  @Test
  void limit_cuts_at_the_same_name_each_time() throws Exception {
    for (int i = 0; i < 50; i++) {
      Files.writeString(cluster.resolve("object-" + i), "{}");
    }

    Reading reading = Reading.of(TestLimits.entries(5), dir.resolve("case"));

    assertThat(reading.entries())
        .containsOnlyKeys(
            "bundle.json", "cluster/nodes.json", "cluster/object-0", "cluster/object-1");
    assertThat(reading.gaps())
        .containsExactly(
            "cluster/object-10: expected at most 5 entries, found more; the rest is not read");
  }

  private Reading read() throws Exception {
    return Reading.of(dir.resolve("case"));
  }

  private static void makePipe(Path path) throws Exception {
    Process mkfifo;
    try {
      mkfifo = new ProcessBuilder("mkfifo", path.toString()).start();
    } catch (IOException e) {
      assumeTrue(false, "no mkfifo here");
      return;
    }
    assumeTrue(mkfifo.waitFor(10, TimeUnit.SECONDS) && mkfifo.exitValue() == 0, "no pipes here");
  }
}
