package io.kwhy.parse.network;

import io.kwhy.parse.text.Numbers;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An address and a port.
 *
 * @param address without brackets and zone
 * @param zone the interface that it is bound to; {@code ""} for none
 */
record Endpoint(String address, String zone, int port) {

  private static final int HIGHEST_PORT = 65535;

  /**
   * Reads {@code 127.0.0.53%lo:53}, {@code [::1]:6444}, {@code [fe80::1]%eth0:546}, {@code *:6443}
   * and netstat's {@code :::6443}; nothing where the port is not a number.
   */
  static Optional<Endpoint> of(String text) {
    int colon = text.lastIndexOf(':');
    if (colon <= 0) {
      return Optional.empty();
    }
    OptionalInt port = Numbers.small(text.substring(colon + 1));
    if (port.isEmpty() || port.getAsInt() < 0 || port.getAsInt() > HIGHEST_PORT) {
      return Optional.empty();
    }
    String host = text.substring(0, colon).replace("[", "").replace("]", "");
    int zone = host.indexOf('%');
    return Optional.of(
        zone < 0
            ? new Endpoint(host, "", port.getAsInt())
            : new Endpoint(host.substring(0, zone), host.substring(zone + 1), port.getAsInt()));
  }
}
