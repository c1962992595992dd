package io.kwhy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.Entry;
import io.kwhy.bundle.reading.BundleReader;
import io.kwhy.cli.loopback.Http2Server;
import io.kwhy.cli.loopback.TlsFront;
import io.kwhy.serve.ApiServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsFrontTest {
  private static final String USUAL = "EC -groupname secp256r1";

  /** By algorithm; each store is made once for all tests. */
  private static final Map<String, byte[]> KEYS = new HashMap<>();

  @TempDir private Path folder;

  /** Where the look of a rehearsal fails, nothing does but that each live start is slower. */
  @ParameterizedTest
  @ValueSource(strings = {USUAL, "RSA -keysize 2048", "Ed25519"})
  void look_by_tls_is_let_in_with_the_keys_of_a_rehearsal(String algorithm) throws Exception {
    Path keys = keys(algorithm);
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

  @Test
  void look_by_http_2_gets_what_it_asks_for() throws Exception {
    Path kept = folder.resolve("kept.tgz");
    try (Http2Server server = new Http2Server();
        TlsFront front = new TlsFront(keys(USUAL), server.port(), "h2")) {
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

  private Path keys(String algorithm) throws Exception {
    byte[] keys = KEYS.get(algorithm);
    if (keys == null) {
      keys = Files.readAllBytes(made(algorithm));
      KEYS.put(algorithm, keys);
    }
    return Files.write(folder.resolve("keys.p12"), keys);
  }

  private Path made(String algorithm) throws Exception {
    Path keys = folder.resolve("made.p12");
    String text =
        Files.readString(Path.of("src/main/dist/rehearsal-keys.sh"))
            .replace("-keyalg " + USUAL, "-keyalg " + algorithm);
    Process script =
        new ProcessBuilder(
                "sh",
                Files.writeString(folder.resolve("keys.sh"), text).toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                keys.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(script.waitFor()).as(said).isZero();
    return keys;
  }
}
