package io.kwhy.netfilter;

/** A field that is, or is not, among some values. */
public record Comparison(Field field, Pattern pattern, boolean negated) implements Match {

  /** Holds where the field has just this value. */
  public static Comparison is(Field field, Object value) {
    return new Comparison(field, new Pattern.Exactly(value), false);
  }

  /** Holds where the value of the field is among those of the pattern. */
  public static Comparison is(Field field, Pattern pattern) {
    return new Comparison(field, pattern, false);
  }

  @Override
  public Truth test(Packet packet, HostNetwork host) {
    Object value = field.read(packet, host);
    if (value == Field.ABSENT) {
      return Truth.NO;
    }
    return value == Field.UNKNOWN ? Truth.UNKNOWN : pattern.holds(value).negatedIf(negated);
  }
}
