package io.kwhy.parse.cluster;

import java.io.IOException;

/**
 * Is told the fields of an object one by one. With the cursor on the field's value it takes the
 * value or leaves it; what is left is skipped.
 */
@FunctionalInterface
interface FieldReader {
  void field(String name) throws IOException;
}
