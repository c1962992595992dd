package io.kwhy.netfilter;

/**
 * A firewall mark.
 *
 * @param known the bits that are known
 */
public record Mark(int value, int known) {
  public static final Mark ZERO = new Mark(0, -1);
  public static final Mark UNKNOWN = new Mark(0, 0);

  public Mark {
    value &= known;
  }

  /** Whether the bits under the mask are those of the wanted value. */
  public Truth is(int wanted, int mask) {
    if (((value ^ wanted) & mask & known) != 0 || (wanted & ~mask) != 0) {
      return Truth.NO;
    }
    return (mask & ~known) == 0 ? Truth.YES : Truth.UNKNOWN;
  }

  /** The kernel's {@code (mark & ~clear) ^ flip}. */
  public Mark changed(int clear, int flip) {
    return new Mark((value & ~clear) ^ flip, known | clear);
  }

  /** This mark's bits under {@code from} put in place of the other's under {@code to}. */
  Mark over(Mark other, int to, int from) {
    return new Mark((other.value & ~to) ^ (value & from), (other.known | to) & (known | ~from));
  }
}
