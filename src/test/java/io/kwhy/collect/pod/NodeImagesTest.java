package io.kwhy.collect.pod;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeImagesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "docker.io/rancher/mirrored-library-busybox:1.37.0 docker.io/rancher/klipper-lb:v0.4.17"
            + " | docker.io/rancher/mirrored-library-busybox:1.37.0",
        "docker.io/rancher/library-busybox:1.32.1 | docker.io/rancher/library-busybox:1.32.1",
        "docker.io/rancher/klipper-lb:v0.4.4 docker.io/rancher/klipper-lb:v0.4.5"
            + " | docker.io/rancher/klipper-lb:v0.4.5",
        "docker.io/rancher/klipper-lb@sha256:00 docker.io/library/busybox:1 | docker.io/library/busybox:1",
        // whose it is, is not known
        "evil.example/rancher/mirrored-library-busybox:1.37.0 | ''",
        "docker.io/evil/mirrored-library-busybox:1.37.0 | ''",
        "docker.io/evil/docker.io/library/busybox:1 | ''",
        "docker.io/rancher/mirrored-pause:3.6 | ''",
      })
  void image_with_a_shell_is_found(String images, String expected) throws Exception {
    String names = "\"" + images.replace(" ", "\",\"") + "\"";
    String nodes =
        "{\"items\":[{\"kind\":\"Node\",\"metadata\":{\"name\":\"w1\",\"labels\":{\"a\":\"b\"}},"
            + "\"spec\":{},\"status\":{\"images\":[{\"names\":["
            + names
            + "],\"sizeBytes\":1}],\"addresses\":[]}},{\"metadata\":{\"name\":\"w2\"}}]}";

    assertThat(
            NodeImages.in(new ByteArrayInputStream(nodes.getBytes(StandardCharsets.UTF_8)))
                .getOrDefault("w1", ""))
        .isEqualTo(expected);
  }

  @Test
  void cluster_of_a_sample_has_the_usual_one() throws Exception {
    Path nodes = Path.of("facts-samples/healthy/cluster/nodes.json");
    assertThat(NodeImages.in(Files.newInputStream(nodes)).values())
        .allMatch(image -> image.startsWith("docker.io/rancher/"));
  }
}
