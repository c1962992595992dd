package io.kwhy.report;

/**
 * What a text report looks like.
 *
 * @param width columns to wrap at
 * @param colour whether it goes to a terminal that shows colours
 */
public record TextStyle(int width, boolean colour, Amount amount) {
  private static final int NARROWEST = 80;
  private static final int WIDEST = 120;

  /** How much is told. */
  public enum Amount {
    /** The verdict and the titles of the causes. */
    BRIEF,
    /** What is wrong, what proves it, what mends it, and what is open. */
    USUAL,
    /** Also what was ruled out, and every gap. */
    ALL
  }

  /** Widths that read well; a terminal narrower or wider than that gets the nearest. */
  public TextStyle {
    width = Math.max(NARROWEST, Math.min(WIDEST, width));
  }

  /** 100 columns, no colour, the usual amount. */
  public static TextStyle plain() {
    return new TextStyle(100, false, Amount.USUAL);
  }
}
