package io.kwhy.fact.network;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What flannel tells the CNI plugin: {@code subnet.env}.
 *
 * @param network range of all pods; {@code ""} without IPv4
 * @param subnet range of this host's pods, written with the address of the bridge
 * @param subnet6 range of this host's pods of IPv6, written likewise; {@code ""} without IPv6
 * @param mtu 0 where it is not said
 */
public record FlannelSubnet(
    String node,
    String network,
    String subnet,
    String subnet6,
    int mtu,
    boolean masquerade,
    Origin origin)
    implements Fact {
  private static final Pattern SUBNET =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");

  /** The subnet as a range: its first address instead of the bridge's; {@code ""} if it is none. */
  public String range() {
    Matcher parts = SUBNET.matcher(subnet);
    if (!parts.matches() || Integer.parseInt(parts.group(5)) > 32) {
      return "";
    }
    long bits = 0;
    for (int part = 1; part <= 4; part++) {
      bits = (bits << 8) | Integer.parseInt(parts.group(part));
    }
    int length = Integer.parseInt(parts.group(5));
    long first = bits & (-1L << (32 - length));
    return ((first >> 24) & 255)
        + "."
        + ((first >> 16) & 255)
        + "."
        + ((first >> 8) & 255)
        + "."
        + (first & 255)
        + "/"
        + length;
  }

  @Override
  public String text() {
    return "FLANNEL_SUBNET="
        + (subnet.isEmpty() ? subnet6 : subnet)
        + " of "
        + network
        + ", MTU "
        + mtu;
  }
}
