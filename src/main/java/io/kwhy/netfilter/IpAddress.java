package io.kwhy.netfilter;

import java.util.Optional;

/** An IPv4 address (in the lowest 32 bits) or an IPv6 address. */
public record IpAddress(boolean v6, long high, long low) implements Comparable<IpAddress> {

  @Override
  public boolean equals(Object other) {
    // Asked for so often that the quickest way is written out.
    return other instanceof IpAddress ip && v6 == ip.v6 && high == ip.high && low == ip.low;
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(high) + Long.hashCode(low);
  }

  /** The address that a text says; never asks a resolver. */
  public static Optional<IpAddress> parse(String text) {
    return text.indexOf(':') >= 0 ? Ipv6Text.parse(text) : parseV4(text);
  }

  /**
   * As {@link #parse}, for text that is known to be an address.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static IpAddress of(String text) {
    return parse(text)
        .orElseThrow(() -> new IllegalArgumentException("not an IP address: \"" + text + "\""));
  }

  static IpAddress v4(long bits) {
    return new IpAddress(false, 0, bits & 0xffff_ffffL);
  }

  private static Optional<IpAddress> parseV4(String text) {
    long bits = 0;
    int parts = 1;
    int digits = 0;
    int part = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' && digits > 0) {
        bits = (bits << 8) | part;
        parts++;
        digits = 0;
        part = 0;
      } else if (c >= '0' && c <= '9' && digits < 3) {
        part = part * 10 + (c - '0');
        digits++;
      } else {
        return Optional.empty();
      }
      if (part > 255) {
        return Optional.empty();
      }
    }
    return parts == 4 && digits > 0 ? Optional.of(v4((bits << 8) | part)) : Optional.empty();
  }

  /** Number of bits: 32 or 128. */
  public int bits() {
    return v6 ? 128 : 32;
  }

  /** 224.0.0.0/4 or ff00::/8. */
  public boolean isMulticast() {
    return v6 ? high >>> 56 == 0xff : low >>> 28 == 0xe;
  }

  /** 127.0.0.0/8 or ::1. */
  public boolean isLoopback() {
    return v6 ? high == 0 && low == 1 : low >>> 24 == 127;
  }

  /** 0.0.0.0 or ::. */
  public boolean isUnspecified() {
    return high == 0 && low == 0;
  }

  /** The address with its first bits kept and the others 0. */
  IpAddress first(int length) {
    if (!v6) {
      return v4(low & leading(length + 32));
    }
    return new IpAddress(true, high & leading(length), low & leading(length - 64));
  }

  /** The last address that shares the first bits. */
  IpAddress last(int length) {
    if (!v6) {
      return v4(low | ~leading(length + 32));
    }
    return new IpAddress(true, high | ~leading(length), low | ~leading(length - 64));
  }

  private static long leading(int ones) {
    return ones <= 0 ? 0 : ones >= 64 ? -1L : -1L << (64 - ones);
  }

  /** The address that many further on. */
  IpAddress plus(long steps) {
    long sum = low + steps;
    return v6
        ? new IpAddress(true, high + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0), sum)
        : v4(sum);
  }

  @Override
  public int compareTo(IpAddress other) {
    int byHigh = Long.compareUnsigned(high, other.high);
    int byLow = byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    return v6 == other.v6 ? byLow : Boolean.compare(v6, other.v6);
  }

  @Override
  public String toString() {
    return v6
        ? Ipv6Text.of(high, low)
        : ((low >> 24) & 255)
            + "."
            + ((low >> 16) & 255)
            + "."
            + ((low >> 8) & 255)
            + "."
            + (low & 255);
  }
}
