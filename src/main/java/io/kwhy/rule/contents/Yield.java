package io.kwhy.rule.contents;

/**
 * What a rule may conclude.
 *
 * @param type simple name
 * @param id the first argument where it is a text, such as the id of a symptom; {@link #ANY} where
 *     it is anything else
 */
public record Yield(String type, String id) implements Comparable<Yield> {
  public static final String ANY = "*";

  @Override
  public int compareTo(Yield other) {
    int byType = type.compareTo(other.type);
    return byType == 0 ? id.compareTo(other.id) : byType;
  }
}
