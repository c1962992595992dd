package io.kwhy.netfilter.iptables;

import io.kwhy.netfilter.Pattern;
import java.util.Arrays;
import java.util.List;

/** Numbers and ranges as iptables prints them. */
final class NumberRanges {

  private NumberRanges() {}

  /** 32 bits, decimal or hexadecimal. */
  static int bits(String text) {
    return (int) Long.decode(text).longValue();
  }

  /** {@code 80}, {@code 1000:2000}, {@code :1023}, {@code 1024:}. */
  static Pattern.NumberRange range(String text, char between, long most) {
    int colon = text.indexOf(between);
    String first = colon < 0 ? text : text.substring(0, colon);
    String last = colon < 0 ? text : text.substring(colon + 1);
    return new Pattern.NumberRange(
        first.isEmpty() ? 0 : Long.parseLong(first), last.isEmpty() ? most : Long.parseLong(last));
  }

  static Pattern ports(String text) {
    return range(text, ':', 65_535);
  }

  /** Several of {@link #ports}, with commas between. */
  static Pattern portList(String text) {
    List<Pattern> all = Arrays.stream(text.split(",", -1)).map(NumberRanges::ports).toList();
    return Pattern.OneOf.of(all);
  }

  /** The value of {@code value/mask}. */
  static int value(String text) {
    int slash = text.indexOf('/');
    return bits(slash < 0 ? text : text.substring(0, slash));
  }

  /** The mask of {@code value/mask}: all bits if it is not said. */
  static int mask(String text) {
    int slash = text.indexOf('/');
    return slash < 0 ? -1 : bits(text.substring(slash + 1));
  }
}
