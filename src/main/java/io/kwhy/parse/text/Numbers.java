package io.kwhy.parse.text;

import java.util.OptionalInt;
import java.util.OptionalLong;

/** Whole numbers as commands print them; whatever else they print is no number. */
public final class Numbers {

  /** Any number of so many digits fits a long. */
  private static final int MOST_DIGITS = 18;

  private Numbers() {}

  /** Digits, perhaps after a minus; nothing for other text and for what a long can't hold. */
  public static OptionalLong whole(String text) {
    String digits = text.startsWith("-") ? text.substring(1) : text;
    if (digits.isEmpty() || digits.length() > MOST_DIGITS || !onlyDigits(digits)) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(Long.parseLong(text));
  }

  /** As {@link #whole}, for what an int can hold. */
  public static OptionalInt small(String text) {
    OptionalLong value = whole(text);
    if (value.isEmpty()
        || value.getAsLong() > Integer.MAX_VALUE
        || value.getAsLong() < Integer.MIN_VALUE) {
      return OptionalInt.empty();
    }
    return OptionalInt.of((int) value.getAsLong());
  }

  /** The product, or the farthest from 0 that fits a long. */
  public static long times(long value, long factor) {
    long limit = Long.MAX_VALUE / factor;
    return Math.max(-limit, Math.min(limit, value)) * factor;
  }

  private static boolean onlyDigits(String text) {
    return text.chars().allMatch(each -> each >= '0' && each <= '9');
  }
}
