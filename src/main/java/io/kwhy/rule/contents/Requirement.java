package io.kwhy.rule.contents;

import java.util.List;
import java.util.Set;

/**
 * Something that a rule cannot do without: an object of a type, certain of whose fields hold what
 * is asked of them, all in the same object. Without it the rule cannot match, and need not be
 * loaded.
 *
 * @param type full name
 * @param fields none where any object of the type will do
 */
public record Requirement(String type, List<Field> fields) {
  public Requirement {
    fields = List.copyOf(fields);
  }

  /** An object of that type, by its full name, that has all of these. */
  public static Requirement of(String type, Field... fields) {
    return new Requirement(type, List.of(fields));
  }

  /** Name of its type without the package. */
  public String simpleType() {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  /** The same of a type by its full name. */
  public Requirement ofType(String fullName) {
    return new Requirement(fullName, fields);
  }

  /**
   * What a field has to hold.
   *
   * @param among whether it is one of the values, or none of them
   * @param values as text
   */
  public record Field(String name, boolean among, List<String> values) {
    public Field {
      values = List.copyOf(values);
    }

    /** Whether that is what the field has to hold. */
    public boolean fits(String value) {
      return values.contains(value) == among;
    }

    /** Whether any of them fits. */
    public boolean fitsAny(Set<String> held) {
      return among ? values.stream().anyMatch(held::contains) : !values.containsAll(held);
    }
  }
}
