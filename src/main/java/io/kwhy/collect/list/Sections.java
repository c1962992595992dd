package io.kwhy.collect.list;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * The fields of an object's sections, such as {@code metadata}, {@code spec} and {@code status}.
 */
public final class Sections {
  private Sections() {}

  /** Reads one field, or leaves it. */
  @FunctionalInterface
  public interface Field {
    /**
     * Takes the value, or a part of it, or nothing.
     *
     * @param name the section's name and the field's, such as {@code metadata.name}
     * @param json stands at the first token of the value; what is left of the value is skipped
     */
    void read(String name, JsonParser json) throws IOException;
  }

  /**
   * Each field of each section, in the order of the text.
   *
   * @param object stands at the start of the object, and at its end afterwards
   * @throws IOException as soon as the text breaks off
   */
  public static void each(JsonParser object, Field field) throws IOException {
    while (object.nextToken() == JsonToken.FIELD_NAME) {
      String section = object.currentName();
      if (object.nextToken() != JsonToken.START_OBJECT) {
        object.skipChildren();
        continue;
      }
      while (object.nextToken() == JsonToken.FIELD_NAME) {
        String name = section + "." + object.currentName();
        object.nextToken();
        field.read(name, object);
        object.skipChildren();
      }
    }
  }
}
