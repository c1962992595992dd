package io.kwhy.workload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageNameTest {

  @ParameterizedTest
  @CsvSource({
    "nginx, docker.io",
    "rancher/klipper-lb:v0.4.13, docker.io",
    "quay.io/coreos/etcd:v3, quay.io",
    "registry.lab:5000/team/shop@sha256:0123, registry.lab:5000",
    "localhost/shop, localhost",
    "team:5000/shop, team:5000"
  })
  void what_stands_before_the_first_slash_may_be_a_registry(String image, String registry) {
    assertThat(ImageName.of(image).registry()).isEqualTo(registry);
  }

  @ParameterizedTest
  @CsvSource({
    "nginx, library/nginx, latest",
    "nginx:1.27, library/nginx, 1.27",
    "docker.io/nginx:1.27, library/nginx, 1.27",
    "rancher/klipper-lb:v0.4.13, rancher/klipper-lb, v0.4.13",
    "registry.lab:5000/shop, shop, latest",
    "registry.lab:5000/team/shop:2@sha256:0123, team/shop, sha256:0123"
  })
  void it_is_known_by_what_a_registry_is_asked_for(
      String image, String repository, String version) {
    assertThat(ImageName.of(image).isAskedBy(repository, version)).isTrue();
  }
}
