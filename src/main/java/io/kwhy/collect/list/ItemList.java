package io.kwhy.collect.list;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;

/** The {@code items} of a list, one after the other; no more than one is in memory. */
public final class ItemList {
  private ItemList() {}

  /** Reads one object. */
  @FunctionalInterface
  public interface Item {
    /** Reads on from an object's start to its end. */
    void read(JsonParser json) throws IOException;
  }

  /**
   * Reads all objects. What is no list has none.
   *
   * @throws IOException if it breaks off, or is no JSON; objects before that were read
   */
  public static void each(InputStream list, Item item) throws IOException {
    try (JsonParser json = new JsonFactory().createParser(list)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean items = json.currentName().equals("items");
        if (json.nextToken() == JsonToken.START_ARRAY && items) {
          while (json.nextToken() == JsonToken.START_OBJECT) {
            item.read(json);
          }
        } else {
          json.skipChildren();
        }
      }
    }
  }
}
