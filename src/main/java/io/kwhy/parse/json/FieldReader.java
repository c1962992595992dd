package io.kwhy.parse.json;

import java.io.IOException;

/**
 * Is told the fields of an object one by one. With the cursor on the field's value it takes the
 * value or leaves it; what is left is skipped.
 */
@FunctionalInterface
public interface FieldReader {
  /**
   * The next field; the cursor stands on its value.
   *
   * @throws IOException where the document breaks
   */
  void field(String name) throws IOException;
}
