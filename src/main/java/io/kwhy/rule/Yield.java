package io.kwhy.rule;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a rule may conclude.
 *
 * @param type simple name
 * @param id the first argument where it is a text, such as the id of a symptom; {@link #ANY} where
 *     it is anything else
 */
record Yield(String type, String id) implements Comparable<Yield> {
  static final String ANY = "*";

  private static final Pattern NEW =
      Pattern.compile(
          "\\bnew\\s+([A-Z]\\w*)\\s*\\(\\s*(?:\"([^\"\\\\]*)\"\\s*,|(drools\\.getRule\\(\\)\\.getName\\(\\))\\s*,)?");

  /** A factory, {@code Type.of(…)}, makes its own type; what another call returns is not known. */
  private static final Pattern CALL =
      Pattern.compile("\\binsertLogical\\s*\\(\\s*(?:([A-Z]\\w*)\\.)?[\\w.$]+\\s*\\(");

  /** What a condition bound, and the rule passes on: of the type of one of its patterns. */
  private static final Pattern BOUND = Pattern.compile("\\binsertLogical\\s*\\(\\s*\\$\\w+\\s*\\)");

  /** What the consequence of a rule makes. */
  static SortedSet<Yield> of(DrlFile.Rule rule) {
    SortedSet<Yield> yields = new TreeSet<>();
    String consequence = DrlText.withoutComments(rule.consequence());
    Matcher call = CALL.matcher(consequence);
    while (call.find()) {
      yields.add(new Yield(call.group(1) == null ? ANY : call.group(1), ANY));
    }
    if (BOUND.matcher(consequence).find()) {
      rule.patterns().forEach(pattern -> yields.add(new Yield(pattern.simpleType(), ANY)));
    }
    Matcher made = NEW.matcher(consequence);
    while (made.find()) {
      String id = made.group(3) != null ? rule.name() : made.group(2);
      yields.add(new Yield(made.group(1), id == null ? ANY : id));
    }
    return yields;
  }

  @Override
  public int compareTo(Yield other) {
    int byType = type.compareTo(other.type);
    return byType == 0 ? id.compareTo(other.id) : byType;
  }
}
