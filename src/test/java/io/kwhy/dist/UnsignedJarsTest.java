package io.kwhy.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What takes the signatures off the distribution's jars. */
@Tag("slow")
class UnsignedJarsTest {
  private static final String MANIFEST =
      "Manifest-Version: 1.0\r\nMulti-Release: true\r\n\r\nName: a/A.class\r\nSHA-256-Digest: eA==\r\n\r\n";

  @TempDir private Path folder;

  @Test
  void signature_goes_and_all_else_stays() throws Exception {
    Path signed = folder.resolve("signed.jar");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(signed))) {
      write(out, JarFile.MANIFEST_NAME, MANIFEST);
      write(out, "META-INF/KEY.SF", "Signature-Version: 1.0\r\n\r\n");
      write(out, "META-INF/KEY.DSA", "x");
      write(out, "META-INF/services/a.SF", "a service of that name");
      write(out, "a/A.class", "code");
    }
    byte[] plain = "no jar that anybody signed".getBytes(StandardCharsets.UTF_8);
    Files.write(folder.resolve("notes.txt"), plain);

    unsign();

    try (JarFile jar = new JarFile(signed.toFile())) {
      assertThat(jar.stream().map(ZipEntry::getName))
          .containsExactly(JarFile.MANIFEST_NAME, "META-INF/services/a.SF", "a/A.class");
      assertThat(jar.getManifest().getMainAttributes().getValue("Multi-Release")).isEqualTo("true");
      assertThat(jar.getManifest().getEntries()).isEmpty();
      assertThat(jar.getInputStream(jar.getEntry("a/A.class")).readAllBytes())
          .isEqualTo("code".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(folder.resolve("notes.txt")).hasBinaryContent(plain);
    assertThat(folder.resolve("signed.jar.tmp")).doesNotExist();
  }

  private static void write(ZipOutputStream out, String name, String content) throws Exception {
    out.putNextEntry(new ZipEntry(name));
    out.write(content.getBytes(StandardCharsets.UTF_8));
    out.closeEntry();
  }

  private void unsign() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                List.of(
                    java,
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "src/main/dist/UnsignedJars.java",
                    folder.toString()))
            .inheritIO()
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }
}
