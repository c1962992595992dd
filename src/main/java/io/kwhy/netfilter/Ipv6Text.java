package io.kwhy.netfilter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** IPv6 addresses as text (RFC 4291, RFC 5952). */
final class Ipv6Text {

  private static final int GROUPS = 8;

  private Ipv6Text() {}

  static Optional<IpAddress> parse(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text).filter(all -> all.size() == GROUPS).map(Ipv6Text::address);
    }
    Optional<List<Integer>> before = groups(text.substring(0, gap));
    Optional<List<Integer>> after = groups(text.substring(gap + 2));
    if (before.isEmpty() || after.isEmpty()) {
      return Optional.empty();
    }
    List<Integer> all = new ArrayList<>(before.get());
    int zeros = GROUPS - all.size() - after.get().size();
    for (int i = 0; i < zeros; i++) {
      all.add(0);
    }
    all.addAll(after.get());
    return zeros < 1 ? Optional.empty() : Optional.of(address(all));
  }

  private static Optional<List<Integer>> groups(String text) {
    List<Integer> groups = new ArrayList<>();
    for (String group : text.isEmpty() ? new String[0] : text.split(":", -1)) {
      if (group.indexOf('.') > 0) {
        Optional<IpAddress> v4 = IpAddress.parse(group);
        if (v4.isEmpty()) {
          return Optional.empty();
        }
        groups.add((int) (v4.get().low() >> 16));
        groups.add((int) (v4.get().low() & 0xffff));
      } else if (group.matches("[0-9a-fA-F]{1,4}")) {
        groups.add(Integer.parseInt(group, 16));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(groups);
  }

  private static IpAddress address(List<Integer> groups) {
    long high = 0;
    long low = 0;
    for (int i = 0; i < GROUPS / 2; i++) {
      high = (high << 16) | groups.get(i);
      low = (low << 16) | groups.get(i + GROUPS / 2);
    }
    return new IpAddress(true, high, low);
  }

  static String of(long high, long low) {
    int[] groups = new int[GROUPS];
    for (int i = 0; i < GROUPS / 2; i++) {
      groups[i] = (int) ((high >>> (48 - 16 * i)) & 0xffff);
      groups[i + GROUPS / 2] = (int) ((low >>> (48 - 16 * i)) & 0xffff);
    }
    int start = -1;
    int length = 1;
    for (int i = 0; i < GROUPS; i++) {
      int end = i;
      while (end < GROUPS && groups[end] == 0) {
        end++;
      }
      if (end - i > length) {
        start = i;
        length = end - i;
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < GROUPS; i++) {
      if (i == start) {
        text.append("::");
        i += length - 1;
      } else {
        boolean first = text.length() == 0 || text.charAt(text.length() - 1) == ':';
        text.append(first ? "" : ":").append(Integer.toHexString(groups[i]));
      }
    }
    return text.toString();
  }
}
