package io.kwhy.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.reading.BundleReader;
import io.kwhy.fact.Captured;
import io.kwhy.fact.node.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HostRolesTest {
  @TempDir private Path bundle;

  @Test
  void hosts_of_a_bundle_without_a_manifest_were_looked_at() throws Exception {
    write("nodes/s1/files/var/lib/rancher/k3s/agent/server-ca.crt");
    write("nodes/s1/files/var/lib/rancher/k3s/server/tls/server-ca.crt");
    write("nodes/w1/files/var/lib/rancher/k3s/agent/server-ca.crt");
    write("nodes/x1/files/etc/hostname");

    try (var read = BundleReader.read(List.of(bundle))) {
      var facts = new FactReader(List.of()).read(read);

      assertThat(facts)
          .filteredOn(Host.class::isInstance)
          .extracting(fact -> ((Host) fact).node() + " " + ((Host) fact).role())
          .containsExactly("s1 server", "w1 agent", "x1 ");
      assertThat(facts)
          .filteredOn(fact -> fact instanceof Captured c && c.source().equals("host"))
          .hasSize(3);
    }
  }

  private void write(String entry) throws IOException {
    Path file = bundle.resolve(entry);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "x\n");
  }
}
