package io.kwhy.bundle.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir private Path folder;

  @Test
  void takes_the_place_of_what_was_there() throws IOException {
    Path file = Files.writeString(folder.resolve("report"), "old and longer");

    write(file, "new");

    assertThat(file).hasContent("new");
    assertThat(names()).containsExactly("report");
  }

  @Test
  void what_breaks_off_leaves_the_old_one() throws IOException {
    Path file = Files.writeString(folder.resolve("report"), "old");

    assertThatThrownBy(
            () ->
                WholeFile.write(
                    file,
                    out -> {
                      out.write('n');
                      throw new IOException("broken off");
                    }))
        .hasMessage("broken off");

    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("report");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void link_stays_a_link() throws IOException {
    Path file = Files.writeString(folder.resolve("report"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);

    write(link, "new");

    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("new");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void pipe_is_written_to_and_not_replaced() throws IOException, InterruptedException {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Path read = folder.resolve("read");
    Process reader =
        new ProcessBuilder("cat", pipe.toString()).redirectOutput(read.toFile()).start();

    write(pipe, "new");

    assertThat(reader.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(read).hasContent("new");
    assertThat(Files.isRegularFile(pipe)).isFalse();
    assertThat(names()).containsExactly("pipe", "read");
  }

  private static void write(Path file, String text) throws IOException {
    WholeFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
