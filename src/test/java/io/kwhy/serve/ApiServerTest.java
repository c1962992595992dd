package io.kwhy.serve;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.reading.BundleReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApiServerTest {
  @Test
  void bundle_is_served_to_this_host_alone() throws Exception {
    Optional<InetAddress> own =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
            .findFirst();
    assumeTrue(own.isPresent(), "this host has loopback alone");

    try (Bundle bundle = BundleReader.read(List.of(Path.of("facts-samples/node-password-lost")));
        ApiServer server = ApiServer.start(bundle, 0)) {
      assertThatThrownBy(() -> new Socket(own.get(), server.port()).close())
          .isInstanceOf(ConnectException.class);
    }
  }
}
