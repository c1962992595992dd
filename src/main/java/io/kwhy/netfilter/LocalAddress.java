package io.kwhy.netfilter;

/** An address of this host, on a device. */
public record LocalAddress(String device, IpAddress address, int prefixLength) {

  IpPrefix network() {
    return new IpPrefix(address, prefixLength);
  }
}
