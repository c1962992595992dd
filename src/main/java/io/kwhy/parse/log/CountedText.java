package io.kwhy.parse.log;

/**
 * A text that counts how often it is looked at, and refuses in the end: the only way to stop a
 * regular expression that takes exponential time.
 */
final class CountedText implements CharSequence {
  /** Ends a match that takes too long. */
  static final class ExhaustedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private ExhaustedException() {
      super("too many steps", null, false, false);
    }
  }

  private final String text;
  private int stepsLeft;

  CountedText(String text, int steps) {
    this.text = text;
    this.stepsLeft = steps;
  }

  @Override
  public char charAt(int index) {
    if (--stepsLeft < 0) {
      throw new ExhaustedException();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
