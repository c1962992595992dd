package io.kwhy.bundle.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.Entry;
import io.kwhy.fact.Fact;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleReaderTest {
  @TempDir Path dir;

  @Test
  void gzipped_tar_is_read() throws Exception {
    Reading reading = Reading.of(Archive.bundle().in(dir));

    assertThat(reading.entries())
        .containsOnlyKeys("bundle.json", "nodes/w1/files/etc/hostname")
        .containsEntry("nodes/w1/files/etc/hostname", "w1\n");
    assertThat(reading.gaps()).isEmpty();
    assertThat(reading.manifest().collectedAt()).isEqualTo("2026-11-23T05:49:46Z");
  }

  @Test
  void small_bundle_does_not_touch_the_disk() throws Exception {
    assertThat(Reading.of(Archive.bundle().in(dir)).onDisk()).isFalse();
  }

  @Test
  void tar_is_told_by_its_content_not_its_name() throws Exception {
    Path file = Files.write(dir.resolve("x.zip"), Archive.bundle().tar());

    assertThat(Reading.of(file)).isEqualTo(Reading.of(Archive.bundle().in(dir)));
  }

  @Test
  void zip_is_told_by_its_content_not_its_name() throws Exception {
    Path file = Files.write(dir.resolve("x.tar"), zip());

    assertThat(Reading.of(file)).isEqualTo(Reading.of(Archive.bundle().in(dir)));
  }

  @Test
  void folder_is_read_as_the_archive_is() throws Exception {
    assertThat(Reading.of(folder(dir.resolve("case"))))
        .isEqualTo(Reading.of(Archive.bundle().in(dir)));
  }

  @Test
  void gzip_of_several_members_is_read_to_its_end() throws Exception {
    byte[] tar = Archive.bundle().tar();
    byte[] first = Archive.gzip(Arrays.copyOf(tar, 700));
    byte[] second = Archive.gzip(Arrays.copyOfRange(tar, 700, tar.length));
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    members.write(first);
    members.write(second);
    Path file = Files.write(dir.resolve("members.tgz"), members.toByteArray());

    assertThat(Reading.of(file)).isEqualTo(Reading.of(Archive.bundle().in(dir)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"./", "top/", "./a/b/c/", "cluster/", "nodes/", "a/logs/"})
  void bundle_may_be_wrapped_in_folders(String prefix) throws Exception {
    Path file =
        Archive.empty()
            .with(prefix + "bundle.json", Archive.MANIFEST)
            .with(prefix + "cluster/nodes.json", "{}")
            .in(dir);

    Reading reading = Reading.of(file);

    assertThat(reading.entries()).containsOnlyKeys("bundle.json", "cluster/nodes.json");
    assertThat(reading.gaps()).isEmpty();
  }

  @Test
  void folder_may_wrap_the_bundle() throws Exception {
    folder(dir.resolve("outer/inner"));

    assertThat(Reading.of(dir.resolve("outer")).entries()).containsKey("bundle.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cluster", "nodes", "a/probes"})
  void folder_that_wraps_it_may_be_called_like_one_in_it(String name) throws Exception {
    folder(dir.resolve("outer").resolve(name));

    assertThat(Reading.of(dir.resolve("outer")))
        .isEqualTo(Reading.of(dir.resolve("outer").resolve(name)));
  }

  @Test
  void gaps_name_paths_in_the_bundle_not_in_its_wrapping() throws Exception {
    Path file =
        Archive.empty()
            .with("top/bundle.json", Archive.MANIFEST)
            .with("top/cluster/nodes.json", "1")
            .with("top/cluster/nodes.json", "2")
            .in(dir);

    assertThat(Reading.of(file).gaps())
        .containsExactly(
            "cluster/nodes.json: expected one entry of this name, found another; the last one is used");
  }

  @Test
  void what_lies_beside_the_bundle_is_told() throws Exception {
    Path file =
        Archive.empty()
            .with("top/bundle.json", Archive.MANIFEST)
            .with("top/cluster/nodes.json", "{}")
            .with("README", "hello")
            .in(dir);

    Reading reading = Reading.of(file);

    assertThat(reading.entries()).doesNotContainKey("README");
    assertThat(reading.gaps())
        .containsExactly("README: expected all entries below top/, found 1 elsewhere");
  }

  @Test
  void attributes_that_macos_adds_are_no_evidence() throws Exception {
    Path file =
        Archive.bundle()
            .with("._bundle.json", "x")
            .with("probes/._w1.tsv", "x")
            .with("__MACOSX/nodes/x", "x")
            .in(dir);

    assertThat(Reading.of(file)).isEqualTo(Reading.of(Archive.bundle().in(dir)));
  }

  @Test
  void several_bundles_in_a_folder_are_not_guessed_among() throws Exception {
    folder(dir.resolve("many/a"));
    folder(dir.resolve("many/b"));

    assertThat(Reading.refusal(dir.resolve("many")))
        .isEqualTo(dir.resolve("many") + ": expected one bundle, found 2, among them a and b");
  }

  @Test
  void missing_manifest_is_a_gap() throws Exception {
    Path file = Archive.empty().with("nodes/w1/files/etc/hostname", "w1\n").in(dir);

    Reading reading = Reading.of(file);

    assertThat(reading.manifest().collectedAt()).isEqualTo(Fact.UNKNOWN_TIME);
    assertThat(reading.gaps())
        .containsExactly(
            "bundle.json: expected when and from which nodes it was collected, found no such entry");
  }

  @Test
  void unknown_entries_are_kept() throws Exception {
    Path file = Archive.bundle().with("cluster/widgets.example.com.json", "{}").in(dir);

    assertThat(Reading.of(file).entries()).containsKey("cluster/widgets.example.com.json");
  }

  @Test
  void names_that_differ_in_case_are_two_entries() throws Exception {
    Path file = Archive.bundle().with("cluster/a.json", "1").with("cluster/A.json", "2").in(dir);

    assertThat(Reading.of(file).entries())
        .containsEntry("cluster/a.json", "1")
        .containsEntry("cluster/A.json", "2");
  }

  @Test
  void names_in_other_scripts_are_kept() throws Exception {
    Path file = Archive.bundle().with("logs/größe/日本/c.log", "1").in(dir);

    assertThat(Reading.of(file).entries()).containsEntry("logs/größe/日本/c.log", "1");
  }

  @Test
  void what_the_collector_could_not_get_is_a_gap_each() throws Exception {
    Path file =
        Archive.bundle()
            .with(
                "errors.txt",
                "kubectl: connection refused\n\nWarning: v1 Endpoints is deprecated\nw2: no route\n")
            .in(dir);

    assertThat(Reading.of(file).gaps())
        .containsExactly("errors.txt:1: kubectl: connection refused", "errors.txt:4: w2: no route");
  }

  @Test
  void errors_beyond_those_anybody_reads_are_counted() throws Exception {
    Path file = Archive.bundle().with("errors.txt", "no\n".repeat(10_000)).in(dir);

    assertThat(Reading.of(file).gaps())
        .hasSize(501)
        .first()
        .isEqualTo("errors.txt: expected at most 500 problems, found 9500 more, here and after");
  }

  @Test
  void large_entries_are_put_aside_and_read_back_any_number_of_times() throws Exception {
    byte[] large = new byte[3 * Limits.SMALL_ENTRY];
    Arrays.fill(large, (byte) 'x');
    large[large.length - 1] = '!';
    Path file = Archive.bundle().with("logs/a/b/c.log", large).with("logs/a/b/d.log", "d").in(dir);

    try (Bundle bundle = BundleReader.read(List.of(file))) {
      Entry entry = bundle.entries().get(1);
      for (int i = 0; i < 2; i++) {
        try (InputStream content = entry.open()) {
          assertThat(content.readAllBytes()).isEqualTo(large);
        }
      }
      assertThat(entry.size()).isEqualTo(large.length);
    }
  }

  @Test
  void entries_go_to_the_disk_when_memory_is_used_up() throws Exception {
    Path file = Archive.bundle().with("cluster/a.json", "x".repeat(100)).in(dir);

    Reading reading = Reading.of(TestLimits.memory(10), file);

    assertThat(reading.onDisk()).isTrue();
    assertThat(reading)
        .usingRecursiveComparison()
        .ignoringFields("onDisk")
        .isEqualTo(Reading.of(file));
  }

  @Test
  void closed_bundle_gives_nothing_from_the_disk() throws Exception {
    Path file = Archive.bundle().in(dir);
    Bundle bundle = BundleReader.read(List.of(file), TestLimits.memory(0));
    bundle.close();

    assertThatThrownBy(() -> bundle.entries().get(0).open().readAllBytes())
        .isInstanceOf(IOException.class);
  }

  @Test
  void missing_path_is_told() {
    Path missing = dir.resolve("missing.tar.gz");

    assertThat(Reading.refusal(missing))
        .isEqualTo(missing + ": expected a folder, .tar.gz, .tar or .zip, found: nothing there");
  }

  @Test
  void no_path_at_all_is_told() {
    assertThat(Reading.refusal())
        .isEqualTo("bundle: expected a folder, .tar.gz, .tar or .zip, found none named");
  }

  @Test
  void other_kinds_of_files_are_told_apart() throws IOException {
    assertThat(refusal(new byte[0])).endsWith("found an empty file");
    assertThat(refusal("hello\n".getBytes(StandardCharsets.UTF_8)))
        .endsWith("found a file of another kind");
    assertThat(refusal(new byte[] {'B', 'Z', 'h', '9'})).endsWith("found a bzip2 file");
    assertThat(refusal(new byte[1024])).endsWith("found an empty tar");
    assertThat(refusal(Archive.empty().tarGz()))
        .endsWith(": expected a tar in the gzip file, found an empty tar");
    assertThat(refusal(Archive.gzip("log line\n".getBytes(StandardCharsets.UTF_8))))
        .endsWith(": expected a tar in the gzip file, found a file of another kind");
    assertThat(refusal(new byte[] {0x1f, (byte) 0x8b, 8})).endsWith("found: it ends too early");
  }

  @Test
  void empty_zip_is_told() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ZipOutputStream(bytes).close();

    assertThat(refusal(bytes.toByteArray())).endsWith("found an empty zip");
  }

  @Test
  void archive_of_something_else_is_told() throws IOException {
    Path file = Archive.empty().with("src/Main.java", "class Main {}").in(dir);

    assertThat(Reading.refusal(file))
        .isEqualTo(
            file
                + ": expected a bundle with bundle.json or one of the folders cluster, nodes, logs,"
                + " probes, found none of them");
  }

  @Test
  void folder_that_only_looks_like_a_bundle_is_told() throws IOException {
    Files.createDirectories(dir.resolve("app/logs"));
    Files.writeString(dir.resolve("app/logs/app.log"), "hello\n");

    assertThat(Reading.refusal(dir.resolve("app")))
        .isEqualTo(
            dir.resolve("app")
                + ": expected bundle.json or other evidence of k3s in it, found none");
  }

  @Test
  void later_layout_is_refused() throws IOException {
    Path file =
        Archive.empty()
            .with("bundle.json", "{\n\"product\": \"k3s\",\n\"schema\": 7\n}")
            .with("cluster/nodes.json", "{}")
            .in(dir);

    assertThat(Reading.refusal(file))
        .isEqualTo(file + ": bundle.json:3: \"schema\" is 7, this kwhy reads 1");
  }

  private String refusal(byte[] content) throws IOException {
    return Reading.refusal(Files.write(dir.resolve("some"), content));
  }

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("nodes/"));
      zip.putNextEntry(new ZipEntry("nodes/w1/files/etc/hostname"));
      zip.write("w1\n".getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("bundle.json"));
      zip.write(Archive.MANIFEST.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static Path folder(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("nodes/w1/files/etc"));
    Files.writeString(folder.resolve("nodes/w1/files/etc/hostname"), "w1\n");
    Files.writeString(folder.resolve("bundle.json"), Archive.MANIFEST);
    return folder;
  }
}
