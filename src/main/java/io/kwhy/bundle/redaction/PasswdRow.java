package io.kwhy.bundle.redaction;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of k3s's password files: a password, a name, and perhaps more, between commas, in quotes
 * where somebody saw to it by hand.
 */
public record PasswdRow(String password, String name) {
  /** Nothing in it goes back: a line of blanks alone would take a minute. */
  private static final String FIELD = "\\s*+(?:\"((?:[^\"]|\"\")*+)\"\\s*+|([^,]*+))";

  private static final Pattern ROW = Pattern.compile(FIELD + "," + FIELD + "(?:,.*)?");

  /** The row that a line holds; nothing where it has not two columns. */
  public static Optional<PasswdRow> of(String line) {
    Matcher row = ROW.matcher(line);
    return row.matches()
        ? Optional.of(new PasswdRow(field(row, 1), field(row, 3)))
        : Optional.empty();
  }

  private static String field(Matcher row, int group) {
    return row.group(group) == null
        ? row.group(group + 1).strip()
        : row.group(group).replace("\"\"", "\"");
  }

  /** Nothing of the password. */
  @Override
  public String toString() {
    return "PasswdRow[" + name + "]";
  }
}
