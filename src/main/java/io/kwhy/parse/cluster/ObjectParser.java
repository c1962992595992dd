package io.kwhy.parse.cluster;

import com.fasterxml.jackson.core.JsonFactory;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import io.kwhy.parse.json.JsonCursor;
import io.kwhy.parse.json.JsonEntry;
import java.io.IOException;
import java.util.function.Function;

/** Objects of one kind in any envelope that {@link ObjectStream} knows. */
final class ObjectParser implements Parser {
  private final JsonEntry entry;
  private final String kind;
  private final Function<JsonCursor, ObjectReader> readers;

  ObjectParser(JsonFactory factory, String kind, Function<JsonCursor, ObjectReader> readers) {
    this.entry = new JsonEntry(factory, "a list of " + kind + " objects");
    this.kind = kind;
    this.readers = readers;
  }

  @Override
  public void parse(Input input, Facts facts) throws IOException {
    entry.read(input, facts, (json, told) -> new ObjectStream(json, told, kind, readers).read());
  }
}
