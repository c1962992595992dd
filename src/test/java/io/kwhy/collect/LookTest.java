package io.kwhy.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.draft.Draft;
import io.kwhy.bundle.reading.BundleReader;
import io.kwhy.collect.access.Access;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookTest {
  @TempDir private Path folder;

  @Test
  void who_sees_nothing_is_told_how_to_look_at_hosts() throws Exception {
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    Path nobody =
        Files.writeString(
            folder.resolve("config"),
            """
            apiVersion: v1
            kind: Config
            clusters: [{name: c, cluster: {server: "https://127.0.0.1:%s"}}]
            users: [{name: u, user: {token: t}}]
            contexts: [{name: x, context: {cluster: c, user: u}}]
            current-context: x
            """
                .formatted(closed));

    assertThat(said(nobody, Look.Nodes.none))
        .contains("--host NAME=ADDRESS")
        .contains("--print-script");
    assertThat(said(nobody, Look.Nodes.ssh)).contains("--print-script");
  }

  @Test
  void who_looks_at_no_host_is_told_what_would() throws Exception {
    assumeFalse(ThisHost.isOfK3s(), "looks at this host by itself");
    try (Bundle bundle = BundleReader.read(List.of(Path.of("facts-samples/token-wrong")));
        FakeApi api = FakeApi.of(bundle)) {
      assertThat(said(api.kubeconfig(folder), null))
          .contains("--nodes ssh")
          .doesNotContain("--print-script");
      assertThat(said(api.kubeconfig(folder), Look.Nodes.none)).doesNotContain("--nodes");
    }
  }

  private static String said(Path kubeconfig, Look.Nodes nodes) throws Exception {
    Look.Wanted wanted =
        new Look.Wanted(
            new Access.Wanted(kubeconfig.toString(), "", "", List.of()),
            nodes,
            Map.of(),
            List.of(),
            null,
            false,
            null,
            false,
            24);
    List<String> said = new ArrayList<>();
    try (Draft draft = new Look(wanted, Map.of(), Clock.systemUTC(), said::add).take()) {
      assertThat(draft.entries()).isNotEmpty();
    }
    return said.toString();
  }
}
