package io.kwhy.parse.cluster;

import io.kwhy.parse.Facts;
import io.kwhy.parse.json.FieldReader;
import io.kwhy.parse.json.JsonCursor;
import io.kwhy.parse.json.JsonPath;
import java.io.IOException;
import java.util.function.Function;

/**
 * The objects of a document, one at a time: of a list ({@code {"items":[…]}}, its fields in any
 * order), of a bare array, a single object, or several of these one after the other.
 */
final class ObjectStream {
  private final JsonCursor json;
  private final Facts facts;
  private final String kind;
  private final Function<JsonCursor, ObjectReader> readers;

  ObjectStream(
      JsonCursor json, Facts facts, String kind, Function<JsonCursor, ObjectReader> readers) {
    this.json = json;
    this.facts = facts;
    this.kind = kind;
    this.readers = readers;
  }

  void read() throws IOException {
    boolean empty = true;
    while (json.next()) {
      empty = false;
      if (json.atList()) {
        json.elements(this::document);
      } else {
        document();
      }
    }
    if (empty) {
      facts.gap(0, "is empty, expected a list of " + kind + " objects");
    }
  }

  /** An object, or a list of objects: that shows when its items come, or do not. */
  private void document() throws IOException {
    int line = json.line();
    ListOrObject document = new ListOrObject();
    if (json.fields(document) && !document.list) {
      tell(document.object, line);
    }
  }

  private void item() throws IOException {
    int line = json.line();
    ObjectReader object = readers.apply(json);
    if (json.fields(object)) {
      tell(object, line);
    } else if (json.atNull()) {
      json.gap(json.path() + " is null, expected a " + kind);
    }
  }

  private void tell(ObjectReader object, int line) {
    if (!object.kind().isEmpty() && !object.kind().equals(kind)) {
      facts.gap(
          line,
          json.path() + " is of kind \"" + JsonPath.brief(object.kind()) + "\", expected " + kind);
    } else if (object.meta.name.isEmpty()) {
      facts.gap(line, () -> json.path() + " has no metadata.name, expected one in each " + kind);
    } else {
      object.tell(facts);
      object.tellDeletion(kind, facts);
    }
  }

  private final class ListOrObject implements FieldReader {
    private final ObjectReader object = readers.apply(json);
    private boolean list;

    @Override
    public void field(String name) throws IOException {
      if (name.equals("items")) {
        list = true;
        items();
      } else {
        object.field(name);
      }
    }

    private void items() throws IOException {
      String said = object.kind();
      if (said.isEmpty() || said.equals("List") || said.equals(kind + "List")) {
        if (!said.equals(kind + "List")) {
          // Only a list that says its kind may be null: Go writes empty ones so.
          json.required("a list");
        }
        json.elements(ObjectStream.this::item);
      } else {
        json.gap(
            json.path()
                + " are of a \""
                + JsonPath.brief(said)
                + "\", expected a "
                + kind
                + "List");
      }
    }
  }
}
