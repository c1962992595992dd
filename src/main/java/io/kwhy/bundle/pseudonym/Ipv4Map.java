package io.kwhy.bundle.pseudonym;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * IPv4 addresses and what they are exchanged for. The last byte stays, and so do the ranges that
 * mean something to everybody: masks, loopback, link-local and multicast addresses, k3s's usual
 * networks of pods and Services, resolvers that all the world asks, and that an address is a
 * private one.
 */
final class Ipv4Map {
  private static final int WIDTH = 24;
  private static final int SALTS = 64;

  private static final List<String> KEPT =
      List.of(
          "0.0.0.0/8",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "224.0.0.0/3",
          "10.42.0.0/16",
          "10.43.0.0/16",
          "192.0.2.0/24",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "1.0.0.0/24",
          "1.1.1.0/24",
          "8.8.4.0/24",
          "8.8.8.0/24",
          "9.9.9.0/24");

  /** RFC 1918 and, last, what providers and overlays use: RFC 6598. */
  private static final List<String> PRIVATE =
      List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10");

  private final PrefixTree tree = new PrefixTree(WIDTH);
  private final Set<Long> seen = new HashSet<>();
  private final Set<Long> networks = new HashSet<>();
  private int salt = -1;

  Ipv4Map() {
    for (String range : PRIVATE) {
      tree.pin(number(range) >> 8, length(range));
    }
    for (String range : KEPT) {
      tree.keep(number(range) >> 8, length(range));
    }
  }

  /** An address that is in the text, with the length of its network, or 32. */
  void add(long address, int length) {
    if (isWhole(address, length)) {
      return;
    }
    seen.add(address);
    networks.add(address >> 8);
    tree.add(address >> 8);
    if (length < WIDTH) {
      tree.network(address >> 8, length);
    }
  }

  /** Whether that address was among those to be exchanged. */
  boolean has(long address) {
    return seen.contains(address);
  }

  /** What an address or, with a length below 32, a network becomes. */
  long exchanged(long address, int length) {
    if (isWhole(address, length)) {
      return address;
    }
    if (salt < 0) {
      salt = choice();
    }
    return exchanged(address >> 8) << 8 | (address & 0xff);
  }

  private long exchanged(long network) {
    return tree.exchanged(network, Math.max(salt, 0));
  }

  /** Ranges of private addresses as a whole, and all that hold one, are in many settings. */
  private static boolean isWhole(long address, int length) {
    boolean network = length < 32 && (address & (0xffffffffL >>> length)) == 0;
    boolean last = (address & 0xffffff) == 0xffffff;
    if (length <= 8) {
      return network;
    }
    for (String range : PRIVATE) {
      if (network && address == number(range) && length <= length(range)) {
        return true;
      }
    }
    return last && address >> 24 == 10;
  }

  /** The one by which the fewest networks get the name of another, or keep theirs. */
  private int choice() {
    int best = 0;
    int fewest = Integer.MAX_VALUE;
    for (int each = 0; each < SALTS && fewest > 0; each++) {
      int clashes = 0;
      for (long network : networks) {
        clashes += networks.contains(tree.exchanged(network, each)) ? 1 : 0;
      }
      if (clashes < fewest) {
        fewest = clashes;
        best = each;
      }
    }
    return best;
  }

  private static int length(String range) {
    return Integer.parseInt(range.substring(range.indexOf('/') + 1));
  }

  /** The number of a dotted address, with or without a length behind it; -1 for other text. */
  static long number(String text) {
    int slash = text.indexOf('/');
    String[] bytes = (slash < 0 ? text : text.substring(0, slash)).split("\\.", -1);
    if (bytes.length != 4) {
      return -1;
    }
    long number = 0;
    for (String each : bytes) {
      boolean digits = each.length() <= 3 && each.chars().allMatch(c -> c >= '0' && c <= '9');
      int value = digits && !each.isEmpty() ? Integer.parseInt(each) : 256;
      if (value > 255 || (each.length() > 1 && each.charAt(0) == '0')) {
        return -1;
      }
      number = number << 8 | value;
    }
    return number;
  }

  static String text(long address, String between) {
    return (address >> 24)
        + between
        + (address >> 16 & 0xff)
        + between
        + (address >> 8 & 0xff)
        + between
        + (address & 0xff);
  }
}
