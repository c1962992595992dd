package io.kwhy.bundle.pseudonym;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/**
 * IPv6 addresses and what they are exchanged for: their first half is, the part of the interface
 * stays. Loopback, link-local and multicast addresses and those of documents stay as they are.
 */
final class Ipv6Map {
  private static final int WIDTH = 64;
  private static final int SALT = 3;

  private final PrefixTree tree = new PrefixTree(WIDTH);

  Ipv6Map() {
    keep("::", 16);
    keep("fe80::", 10);
    keep("ff00::", 8);
    keep("64:ff9b::", 64);
    keep("2001:db8::", 32);
    keep("2001:4860:4860::", 64);
    keep("2606:4700:4700::", 64);
    tree.pin(network("fd00::"), 8);
    tree.pin(network("2000::"), 3);
  }

  private void keep(String network, int length) {
    tree.keep(network(network), length);
  }

  private static long network(String address) {
    return ByteBuffer.wrap(bytes(address)).getLong();
  }

  /** An address that is in the text, with the length of its network, or 128. */
  void add(byte[] address, int length) {
    long network = ByteBuffer.wrap(address).getLong();
    tree.add(network);
    if (length > 0 && length < WIDTH) {
      tree.network(network, length);
    }
  }

  byte[] exchanged(byte[] address) {
    ByteBuffer out = ByteBuffer.wrap(address.clone());
    out.putLong(0, tree.exchanged(out.getLong(0), SALT));
    return out.array();
  }

  /** The 16 bytes of an address; none for other text. */
  static byte[] bytes(String text) {
    if (text.indexOf(':') < 0 || text.contains(":::")) {
      return new byte[0];
    }
    try {
      // A literal: nothing is looked up.
      InetAddress address = InetAddress.getByName("[" + text + "]");
      return address instanceof Inet6Address ? address.getAddress() : new byte[0];
    } catch (UnknownHostException e) {
      return new byte[0];
    }
  }

  /** As RFC 5952 writes it. */
  static String text(byte[] address) {
    ByteBuffer groups = ByteBuffer.wrap(address);
    int start = -1;
    int longest = 1;
    for (int from = 0; from < 8; from++) {
      int length = 0;
      while (from + length < 8 && groups.getShort(2 * (from + length)) == 0) {
        length++;
      }
      if (length > longest) {
        start = from;
        longest = length;
      }
    }
    StringBuilder out = new StringBuilder();
    for (int at = 0; at < 8; at++) {
      if (at == start) {
        out.append(at == 0 ? "::" : ":");
        at += longest - 1;
      } else {
        out.append(Integer.toHexString(groups.getShort(2 * at) & 0xffff)).append(at < 7 ? ":" : "");
      }
    }
    return out.toString();
  }
}
