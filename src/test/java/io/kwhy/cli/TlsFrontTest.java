package io.kwhy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.BundleReader;
import io.kwhy.bundle.Entry;
import io.kwhy.serve.ApiServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsFrontTest {
  @TempDir private Path folder;

  /** Where the look of a rehearsal fails, nothing does but that each live start is slower. */
  @Test
  void look_by_tls_is_let_in_with_the_keys_of_a_rehearsal() throws Exception {
    Path keys = keys();
    Path kept = folder.resolve("kept.tgz");
    Path sample = Path.of("facts-samples", "headless-service-without-ready-endpoints");
    try (Bundle bundle = BundleReader.read(List.of(sample));
        ApiServer server = ApiServer.start(bundle, 0);
        TlsFront front = new TlsFront(keys, server.port())) {
      Path kubeconfig = Files.writeString(folder.resolve("config"), front.kubeconfig());

      int code =
          Main.run(
              "capture",
              "--nodes",
              "none",
              "--kubeconfig",
              kubeconfig.toString(),
              "-o",
              kept.toString());

      assertThat(code).isZero();
    }
    try (Bundle bundle = BundleReader.read(List.of(kept))) {
      assertThat(bundle.entries()).extracting(Entry::path).contains("cluster/services.json");
    }
  }

  private Path keys() throws Exception {
    Path keys = folder.resolve("keys.p12");
    Process script =
        new ProcessBuilder(
                "sh",
                "src/main/dist/rehearsal-keys.sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                keys.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(script.waitFor()).as(said).isZero();
    return keys;
  }
}
