package io.kwhy.collect.access;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A server, or several, that no proxy is asked for.
 *
 * @param text a name, a domain, an address, a network or {@code *}
 */
record NoProxy(String text) {
  /** Whether a server is this host itself. */
  static boolean isLoopback(String host) {
    return host.equals("localhost")
        || host.equals("[::1]")
        || host.matches("127\\.[0-9]+\\.[0-9]+\\.[0-9]+");
  }

  boolean matches(String host, int port) {
    if (text.isEmpty()) {
      return false;
    }
    if (text.equals("*")) {
      return true;
    }
    if (text.contains("/")) {
      return inNetwork(host);
    }
    String suffix = ":" + port;
    String name = text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
    name = name.startsWith("*.") ? name.substring(1) : name;
    if (name.startsWith(".")) {
      return host.endsWith(name);
    }
    return host.equals(name) || host.equals("[" + name + "]") || host.endsWith("." + name);
  }

  private boolean inNetwork(String host) {
    String bare = host.replaceAll("[\\[\\]]", "");
    String network = text.substring(0, text.indexOf('/'));
    String bits = text.substring(text.indexOf('/') + 1);
    if (!isAddress(bare) || !isAddress(network) || !bits.matches("[0-9]{1,3}")) {
      return false;
    }
    try {
      byte[] one = InetAddress.getByName(bare).getAddress();
      byte[] other = InetAddress.getByName(network).getAddress();
      int shift = one.length * 8 - Integer.parseInt(bits);
      return one.length == other.length
          && shift >= 0
          && new BigInteger(1, one)
              .shiftRight(shift)
              .equals(new BigInteger(1, other).shiftRight(shift));
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** So that no name is asked for. */
  private static boolean isAddress(String text) {
    return text.contains(":") || text.matches("[0-9.]+");
  }
}
