package io.kwhy.reach;

import io.kwhy.netfilter.Packet;

/**
 * A packet that k3s needs to pass at one host.
 *
 * @param name vxlan, kubelet, pod-to-pod …
 * @param service port and protocol, e.g. {@code 8472/udp}; {@code ""} where any
 * @param from Node that it comes from
 * @param to Node that it goes to, {@code ""} for outside
 * @param packet as it arrives, or as it is sent
 */
record Flow(String name, String service, String from, String to, Packet packet) {

  /** The same, arriving on that interface. */
  Flow on(String link) {
    return new Flow(name, service, from, to, packet.arrivingOn(link));
  }
}
