package io.kwhy.parse.k3s;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemovedArgumentTest {
  @ParameterizedTest
  @CsvSource({
    "kubelet,container-runtime,remote,1027",
    "kube-apiserver,basic-auth-file,/etc/people.csv,1019",
    "kube-apiserver,enable-admission-plugins,'NodeRestriction,PodSecurityPolicy',1025",
    "kube-proxy,proxy-mode,userspace,1026",
    "kube-scheduler,logtostderr,true,1026"
  })
  void what_releases_refuse_is_known(String component, String name, String value, int since) {
    RemovedArgument removed = RemovedArgument.find(component, name, value);
    assertThat(removed.since()).isEqualTo(since);
    assertThat(removed.instead()).isNotBlank().doesNotEndWith(".");
  }

  @Test
  void other_values_components_and_names_are_not() {
    assertThat(RemovedArgument.find("kube-proxy", "proxy-mode", "iptables").since()).isZero();
    assertThat(RemovedArgument.find("kubelet", "basic-auth-file", "x").since()).isZero();
    assertThat(RemovedArgument.find("kubelet", "max-pods", "10").since()).isZero();
  }
}
