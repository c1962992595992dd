package io.kwhy.parse.json;

import com.fasterxml.jackson.core.JsonStreamContext;
import java.util.ArrayDeque;
import java.util.Deque;

/** Words for a place in a JSON document. */
public final class JsonPath {
  private static final int LONGEST = 60;

  private JsonPath() {}

  /** Fields and indexes down to the place, e.g. {@code items[3].status.phase}. */
  static String of(JsonStreamContext place) {
    String path = String.join("", steps(place));
    return path.isEmpty() ? "the document" : path.startsWith(".") ? path.substring(1) : path;
  }

  /**
   * Only the object of a list that the place is in, e.g. {@code items[3]}; {@code ""} for an object
   * that is in none. Where a document is broken, what looks like a name within an object may be
   * what a Secret holds.
   */
  static String item(JsonStreamContext place) {
    Deque<String> steps = steps(place);
    String first = steps.isEmpty() ? "" : steps.pop();
    if (first.equals(".items") && !steps.isEmpty()) {
      return "items" + steps.pop();
    }
    return first.startsWith("[") ? first : "";
  }

  /** As much of somebody else's text as fits in a message. */
  public static String brief(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  private static Deque<String> steps(JsonStreamContext place) {
    Deque<String> steps = new ArrayDeque<>();
    for (JsonStreamContext at = place; !at.inRoot(); at = at.getParent()) {
      if (at.inArray()) {
        steps.push("[" + at.getCurrentIndex() + "]");
      } else if (at.hasCurrentName()) {
        steps.push("." + brief(at.getCurrentName()));
      }
    }
    return steps;
  }
}
