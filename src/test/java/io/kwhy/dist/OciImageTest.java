package io.kwhy.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What writes the image: a layout that holds what it says it holds. */
@Tag("slow")
class OciImageTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  @Test
  void layers_and_their_names_fit_and_the_same_folders_give_the_same_bytes() throws Exception {
    Path system = Files.createDirectories(folder.resolve("system/tmp")).getParent();
    Path deep = Files.createDirectories(folder.resolve("app/" + "long-name/".repeat(12) + "end"));
    Files.writeString(deep.resolve("file.txt"), "hello");
    Path program = Files.writeString(folder.resolve("app/run"), "#!/bin/sh\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Files.createSymbolicLink(folder.resolve("app/link"), Path.of("run"));

    byte[] image = image("a.tar", system);
    Files.setLastModifiedTime(program, FileTime.fromMillis(0));
    assertThat(image("b.tar", system)).isEqualTo(image);

    Map<String, byte[]> layout = new TreeMap<>();
    read(image, (entry, content) -> layout.put(entry.getName(), content));
    for (Map.Entry<String, byte[]> blob : layout.entrySet()) {
      if (blob.getKey().startsWith("blobs/sha256/") && blob.getValue().length > 0) {
        assertThat(blob.getKey()).endsWith("/" + sha256(blob.getValue()));
      }
    }
    JsonNode index = JSON.readTree(layout.get("index.json")).get("manifests").get(0);
    JsonNode manifest = JSON.readTree(blob(layout, index));
    JsonNode config = JSON.readTree(blob(layout, manifest.get("config")));
    assertThat(config.at("/config/Entrypoint").toString()).isEqualTo("[\"/opt/run\",\"x y\"]");
    assertThat(manifest.get("layers")).hasSize(2);
    Map<String, TarArchiveEntry> files = new TreeMap<>();
    for (int i = 0; i < 2; i++) {
      byte[] packed = blob(layout, manifest.get("layers").get(i));
      byte[] tar = new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();
      assertThat(config.at("/rootfs/diff_ids").get(i).asText()).isEqualTo("sha256:" + sha256(tar));
      read(tar, (entry, content) -> files.put(entry.getName(), entry));
    }
    assertThat(files.get("tmp/").getMode()).isEqualTo(01777);
    assertThat(files.get("opt/run").getMode()).isEqualTo(0755);
    assertThat(files.get("opt/link").getLinkName()).isEqualTo("run");
    assertThat(files.get("opt/" + "long-name/".repeat(12) + "end/file.txt").getSize()).isEqualTo(5);
    assertThat(files.values()).allMatch(entry -> entry.getLastModifiedTime().toMillis() == 0);
  }

  private byte[] image(String name, Path system) throws Exception {
    Path output = folder.resolve(name);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "src/main/dist/OciImage.java",
                output.toString(),
                "kwhy:1",
                "amd64",
                "/opt/run",
                "x y",
                "--",
                system + "=/",
                folder.resolve("app") + "=/opt")
            .inheritIO()
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    return Files.readAllBytes(output);
  }

  @FunctionalInterface
  private interface Visitor {
    void entry(TarArchiveEntry entry, byte[] content) throws IOException;
  }

  private static void read(byte[] tar, Visitor visitor) throws IOException {
    try (InputStream bytes = new ByteArrayInputStream(tar);
        TarArchiveInputStream in = new TarArchiveInputStream(bytes)) {
      for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        visitor.entry(entry, in.readAllBytes());
      }
    }
  }

  private static byte[] blob(Map<String, byte[]> layout, JsonNode descriptor) {
    byte[] blob = layout.get("blobs/" + descriptor.get("digest").asText().replace(':', '/'));
    assertThat(blob).hasSize(descriptor.get("size").asInt());
    return blob;
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
