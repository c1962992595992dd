package io.kwhy.fact;

/**
 * How far a name that was given is from one that may have been meant: how many letters have to be
 * put in, taken out, replaced or swapped with the next one (optimal string alignment).
 */
public final class EditDistance {
  private static final int LONGEST = 1024;

  private EditDistance() {}

  /**
   * Letters to change; 0 for the same word. Of a long word it needs three rows, not a table; one
   * that is longer than any name or label shares nothing with others.
   */
  public static int between(String from, String to) {
    if (Math.max(from.length(), to.length()) > LONGEST) {
      return from.equals(to) ? 0 : Math.max(from.length(), to.length());
    }
    int[] beforeLast = new int[to.length() + 1];
    int[] last = new int[to.length() + 1];
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(last[j - 1] + replaced, Math.min(last[j], row[j - 1]) + 1);
        if (areSwapped(from, i, to, j)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
    }
    return row[to.length()];
  }

  private static boolean areSwapped(String from, int i, String to, int j) {
    return i > 1
        && j > 1
        && from.charAt(i - 1) == to.charAt(j - 2)
        && from.charAt(i - 2) == to.charAt(j - 1);
  }
}
