package io.kwhy.netfilter;

/** No, not to be told from the evidence, or yes: in this order. */
public enum Truth {
  NO,
  UNKNOWN,
  YES;

  public static Truth of(boolean known) {
    return known ? YES : NO;
  }

  public Truth not() {
    return switch (this) {
      case NO -> YES;
      case UNKNOWN -> UNKNOWN;
      case YES -> NO;
    };
  }

  public Truth and(Truth other) {
    return compareTo(other) < 0 ? this : other;
  }

  public Truth or(Truth other) {
    return compareTo(other) > 0 ? this : other;
  }

  /** This, or its opposite. */
  public Truth negatedIf(boolean negated) {
    return negated ? not() : this;
  }
}
