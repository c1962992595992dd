package io.kwhy.fact.network;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of IPv4 or IPv6 addresses, {@code 10.42.0.0/16}; a single address is a range of one.
 *
 * @param family 4 or 6
 * @param network its first address as a number
 */
public record AddressRange(int family, BigInteger network, int prefixLength) {
  private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{0,4}");
  private static final Pattern OCTET = Pattern.compile("[0-9]{1,3}");
  private static final int GROUPS = 8;

  /** RFC 1918, RFC 6598, loopback and link-local. */
  private static final String NOT_PUBLIC =
      "10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,100.64.0.0/10,127.0.0.0/8,169.254.0.0/16";

  /** The range that a text names; nothing where it names none. */
  public static Optional<AddressRange> parse(String text) {
    String[] parts = text.strip().split("/", -1);
    boolean version6 = parts[0].contains(":");
    int bits = version6 ? 128 : 32;
    Optional<BigInteger> address = version6 ? version6(parts[0]) : version4(parts[0]);
    int length = parts.length == 1 ? bits : length(parts[1]);
    if (address.isEmpty() || parts.length > 2 || length < 0 || length > bits) {
      return Optional.empty();
    }
    BigInteger network = address.get().shiftRight(bits - length).shiftLeft(bits - length);
    return Optional.of(new AddressRange(version6 ? 6 : 4, network, length));
  }

  /** Whether all addresses of the other are among its own. */
  public boolean contains(AddressRange other) {
    int bits = family == 6 ? 128 : 32;
    return family == other.family
        && prefixLength <= other.prefixLength
        && network
            .shiftRight(bits - prefixLength)
            .equals(other.network.shiftRight(bits - prefixLength));
  }

  /**
   * Whether one of several ranges has a family's addresses, and none of them holds the other.
   *
   * @param ranges separated by commas
   * @return false where a text is no range: nothing is known then
   */
  public static boolean isOutside(String ranges, String other) {
    Optional<AddressRange> inner = parse(other);
    boolean sameFamily = false;
    for (String text : ranges.split(",", -1)) {
      Optional<AddressRange> range = parse(text);
      if (inner.isEmpty() || range.isEmpty() || range.get().contains(inner.get())) {
        return false;
      }
      sameFamily |= range.get().family == inner.get().family;
    }
    return sameFamily;
  }

  /** Whether it is an address of IPv4 of which there is one in the world. */
  public static boolean isPublic(String address) {
    return isOutside(NOT_PUBLIC, address);
  }

  /** Whether two texts name the same addresses, however they are written. */
  public static boolean isSame(String one, String other) {
    Optional<AddressRange> range = parse(one);
    return range.isPresent() && range.equals(parse(other));
  }

  /** Its address at a place, from 0, as text; nothing for IPv6. */
  public Optional<String> address(int place) {
    int number = network.intValue() + place;
    return family == 6
        ? Optional.empty()
        : Optional.of(
            (number >>> 24)
                + "."
                + (number >>> 16 & 0xff)
                + "."
                + (number >>> 8 & 0xff)
                + "."
                + (number & 0xff));
  }

  private static int length(String text) {
    return OCTET.matcher(text).matches() ? Integer.parseInt(text) : -1;
  }

  private static Optional<BigInteger> version4(String text) {
    String[] octets = text.split("\\.", -1);
    BigInteger address = BigInteger.ZERO;
    for (String octet : octets) {
      if (octets.length != 4 || !OCTET.matcher(octet).matches() || Integer.parseInt(octet) > 255) {
        return Optional.empty();
      }
      address = address.shiftLeft(8).or(BigInteger.valueOf(Integer.parseInt(octet)));
    }
    return Optional.of(address);
  }

  private static Optional<BigInteger> version6(String text) {
    int gap = text.indexOf("::");
    String[] head = groups(gap < 0 ? text : text.substring(0, gap));
    String[] tail = groups(gap < 0 ? "" : text.substring(gap + 2));
    int zeros = GROUPS - head.length - tail.length;
    if (gap < 0 ? zeros != 0 : zeros < 1) {
      return Optional.empty();
    }
    BigInteger address = BigInteger.ZERO;
    for (int i = 0; i < GROUPS; i++) {
      String group =
          i < head.length ? head[i] : i < head.length + zeros ? "0" : tail[i - head.length - zeros];
      if (group.isEmpty() || !GROUP.matcher(group).matches()) {
        return Optional.empty();
      }
      address = address.shiftLeft(16).or(new BigInteger(group, 16));
    }
    return Optional.of(address);
  }

  private static String[] groups(String text) {
    return text.isEmpty() ? new String[0] : text.split(":", -1);
  }
}
