package io.kwhy.parse.network;

import io.kwhy.netfilter.IpAddress;
import io.kwhy.parse.text.Numbers;
import java.util.regex.Pattern;

/** Tells addresses from other words, without asking a resolver. */
final class AddressText {

  /** As Go and glibc take them: no part above 255, none with a leading zero. */
  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");

  private AddressText() {}

  /** Whether it is an IPv4 or IPv6 address, perhaps with a zone, without a prefix length. */
  static boolean address(String text) {
    String plain = withoutZone(text);
    return IPV4.matcher(plain).matches() || version6(plain);
  }

  /** Whether it is an address, perhaps with a prefix length. */
  static boolean network(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? address(text)
        : address(text.substring(0, slash))
            && isLength(
                text.substring(0, slash), Numbers.small(text.substring(slash + 1)).orElse(-1));
  }

  /** Whether a network of that address may have that prefix length; one with a zone has none. */
  static boolean isLength(String address, int length) {
    return address.indexOf('%') < 0 && length >= 0 && length <= fullLength(address);
  }

  static boolean version6(String text) {
    return text.indexOf(':') >= 0 && IpAddress.parse(text).isPresent();
  }

  /** {@code fe80::1%eth0} without the interface. */
  static String withoutZone(String text) {
    int zone = text.indexOf('%');
    return zone < 0 ? text : text.substring(0, zone);
  }

  /** The prefix length of one address of its family. */
  static int fullLength(String address) {
    return address.indexOf(':') >= 0 ? 128 : 32;
  }
}
