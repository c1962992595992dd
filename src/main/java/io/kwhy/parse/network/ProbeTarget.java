package io.kwhy.parse.network;

import io.kwhy.parse.text.Line;
import java.util.List;
import java.util.Optional;

/**
 * The target of a probe, taken apart: perhaps a peer, perhaps an address with or without a port,
 * perhaps the name that was asked for. {@code coredns@s1 10.42.0.2 example.com} has all but a port.
 *
 * @param port 0 where there is none
 */
record ProbeTarget(String peer, String address, int port, String question) {

  private static final ProbeTarget NOTHING = new ProbeTarget("", "", 0, "");

  static ProbeTarget of(String target) {
    ProbeTarget found = NOTHING;
    for (String word : new Line(0, target).words()) {
      found = found.with(word);
    }
    return found;
  }

  /** For DNS probes, in which a single name is not a peer but the question. */
  ProbeTarget asQuestion() {
    return address.isEmpty() && question.isEmpty() ? new ProbeTarget("", "", port, peer) : this;
  }

  private ProbeTarget with(String word) {
    if (!address.isEmpty()) {
      return new ProbeTarget(peer, address, port, joined(question, word));
    }
    if (AddressText.address(word)) {
      return new ProbeTarget(peer, word, port, question);
    }
    Optional<Endpoint> endpoint = Endpoint.of(word);
    if (endpoint.isEmpty()) {
      return new ProbeTarget(joined(peer, word), address, port, question);
    }
    String host = endpoint.get().address();
    return AddressText.address(host)
        ? new ProbeTarget(peer, host, endpoint.get().port(), question)
        : new ProbeTarget(joined(peer, host), address, endpoint.get().port(), question);
  }

  private static String joined(String first, String second) {
    return String.join(" ", first.isEmpty() ? List.of(second) : List.of(first, second));
  }
}
