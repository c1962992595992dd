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
}
