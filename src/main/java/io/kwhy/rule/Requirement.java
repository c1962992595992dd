package io.kwhy.rule;

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
record Requirement(String type, List<Field> fields) {
  Requirement {
    fields = List.copyOf(fields);
  }

  static Requirement of(String type, Field... fields) {
    return new Requirement(type, List.of(fields));
  }

  String simpleType() {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  /** The same of a type by its full name. */
  Requirement ofType(String fullName) {
    return new Requirement(fullName, fields);
  }

  /**
   * What a field has to hold.
   *
   * @param among whether it is one of the values, or none of them
   * @param values as text
   */
  record Field(String name, boolean among, List<String> values) {
    Field {
      values = List.copyOf(values);
    }

    boolean fits(String value) {
      return values.contains(value) == among;
    }

    /** Whether any of them fits. */
    boolean fitsAny(Set<String> held) {
      return among ? values.stream().anyMatch(held::contains) : !values.containsAll(held);
    }
  }
}
