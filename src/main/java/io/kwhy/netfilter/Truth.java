package io.kwhy.netfilter;

/** No, not to be told from the evidence, or yes: in this order. */
public enum Truth {
  NO,
  UNKNOWN,
  YES;

  /** Yes or no. */
  public static Truth of(boolean known) {
    return known ? YES : NO;
  }

  /** The opposite; unknown stays unknown. */
  public Truth not() {
    return switch (this) {
      case NO -> YES;
      case UNKNOWN -> UNKNOWN;
      case YES -> NO;
    };
  }

  /** Yes if both are, no if either is. */
  public Truth and(Truth other) {
    return compareTo(other) < 0 ? this : other;
  }

  /** Yes if either is, no if both are. */
  public Truth or(Truth other) {
    return compareTo(other) > 0 ? this : other;
  }

  /** This, or its opposite. */
  public Truth negatedIf(boolean negated) {
    return negated ? not() : this;
  }
}
