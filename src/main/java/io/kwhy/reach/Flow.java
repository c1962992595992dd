package io.kwhy.reach;

import io.kwhy.netfilter.Packet;
import java.util.List;

/**
 * A packet that k3s needs to pass at one host.
 *
 * @param name vxlan, kubelet, pod-to-pod …
 * @param service port and protocol, e.g. {@code 8472/udp}; {@code ""} where any
 * @param from Node that it comes from
 * @param to Node that it goes to, {@code ""} for outside
 * @param packet as it arrives, or as it is sent
 * @param ends addresses at which somebody answers it; none where any may
 */
record Flow(String name, String service, String from, String to, Packet packet, List<String> ends) {

  Flow {
    ends = List.copyOf(ends);
  }

  Flow(String name, String service, String from, String to, Packet packet) {
    this(name, service, from, to, packet, List.of());
  }

  /** The same, arriving on that interface. */
  Flow on(String link) {
    return new Flow(name, service, from, to, packet.arrivingOn(link), ends);
  }
}
