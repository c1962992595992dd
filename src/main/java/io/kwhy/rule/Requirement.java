package io.kwhy.rule;

import java.util.List;

/**
 * Something that a rule cannot do without: an object of a type, with one of the values in a field.
 * Without it the rule cannot match, and need not be loaded.
 *
 * @param type full name
 * @param field {@code ""} where any object of the type will do
 * @param values what the field may hold, as text
 */
record Requirement(String type, String field, List<String> values) {
  Requirement {
    values = List.copyOf(values);
  }

  static Requirement of(String type) {
    return new Requirement(type, "", List.of());
  }

  String simpleType() {
    return type.substring(type.lastIndexOf('.') + 1);
  }
}
