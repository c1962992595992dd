package io.kwhy.names;

/** How far one word is from another. */
final class Likeness {
  private Likeness() {}

  /** Letters to insert, leave out or replace to make one word of the other. */
  static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int column = 0; column <= other.length(); column++) {
      row[column] = column;
    }
    for (int line = 1; line <= one.length(); line++) {
      int diagonal = row[0];
      row[0] = line;
      for (int column = 1; column <= other.length(); column++) {
        int above = row[column];
        int replaced = diagonal + (one.charAt(line - 1) == other.charAt(column - 1) ? 0 : 1);
        row[column] = Math.min(replaced, 1 + Math.min(above, row[column - 1]));
        diagonal = above;
      }
    }
    return row[other.length()];
  }
}
