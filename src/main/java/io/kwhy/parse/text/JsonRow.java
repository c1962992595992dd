package io.kwhy.parse.text;

import java.util.List;
import java.util.Map;

/**
 * A JSON object with its inner objects laid flat: {@code {"linkinfo":{"info_kind":"vxlan"}}} has
 * the value {@code vxlan} at {@code linkinfo.info_kind}.
 *
 * @param line where the object begins
 * @param values by path; the path of a list's plain element is {@code ""}
 * @param lists by path
 */
public record JsonRow(int line, Map<String, String> values, Map<String, List<JsonRow>> lists) {

  /** The value at the path, {@code ""} where there is none. */
  public String text(String path) {
    return values.getOrDefault(path, "");
  }

  /** The elements of the list at the path. */
  public List<JsonRow> list(String path) {
    return lists.getOrDefault(path, List.of());
  }

  /** The plain elements of the list at the path. */
  public List<String> texts(String path) {
    return list(path).stream().map(element -> element.text("")).toList();
  }

  /** {@code ip} stands an empty object for what it leaves out of a list. */
  public boolean blank() {
    return values.isEmpty() && lists.isEmpty();
  }

  /** The problem that this object is something else than expected, for a gap. */
  public String insteadOf(String expected) {
    return "expected " + expected + ", found an object with " + Found.quoted(values.toString());
  }
}
