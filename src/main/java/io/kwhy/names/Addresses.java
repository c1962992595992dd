package io.kwhy.names;

import java.util.Locale;

/** What kind of address a text is. */
final class Addresses {
  /** The one address that leads nowhere else and yet answers pods in some clouds. */
  private static final String METADATA = "169.254.169.254";

  private Addresses() {}

  /** Whether it leads back to the machine, or the container, that asks. */
  static boolean isLoopback(String address) {
    return address.startsWith("127.")
        || address.equals("::1")
        || address.equals("0.0.0.0")
        || address.equals("::");
  }

  /**
   * Whether k3s takes it for a server that pods can reach: Go's {@code net.IP.IsGlobalUnicast}, for
   * which private addresses count, too, or a cloud's metadata service.
   *
   * @see <a href="https://github.com/k3s-io/k3s/pull/12692">k3s: metadata service as nameserver</a>
   */
  static boolean isOfUseToPods(String address) {
    String text = address.toLowerCase(Locale.ROOT);
    boolean linkLocal = text.startsWith("169.254.") || text.matches("fe[89ab][0-9a-f]:.*");
    boolean multicast = text.matches("(22[4-9]|23[0-9])\\..*") || text.startsWith("ff");
    return text.equals(METADATA)
        || (!isLoopback(text)
            && !linkLocal
            && !multicast
            && !text.contains("%")
            && !text.equals("255.255.255.255"));
  }

  /** Whether an IPv4 address is within a range; of other families false. */
  static boolean within(String address, String cidr) {
    int slash = cidr.indexOf('/');
    if (slash < 0 || !isIpv4(address) || !isIpv4(cidr.substring(0, slash))) {
      return false;
    }
    String bits = cidr.substring(slash + 1);
    if (!bits.matches("[0-9]|[12][0-9]|3[0-2]")) {
      return false;
    }
    long mask = (0xffffffffL << (32 - Integer.parseInt(bits))) & 0xffffffffL;
    return (number(address) & mask) == (number(cidr.substring(0, slash)) & mask);
  }

  private static boolean isIpv4(String text) {
    return text.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
  }

  private static long number(String address) {
    long number = 0;
    for (String part : address.split("\\.", -1)) {
      number = (number << 8) | Long.parseLong(part);
    }
    return number;
  }
}
