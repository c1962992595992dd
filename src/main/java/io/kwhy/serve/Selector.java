package io.kwhy.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Selectors as kubectl writes them: {@code a=b,c!=d,e in (f,g),!h}. */
final class Selector {
  private static final Pattern SET =
      Pattern.compile("\\s*(!?)([\\w./-]+)\\s+(in|notin)\\s*\\(([^)]*)\\)\\s*");
  private static final Pattern EQUAL = Pattern.compile("\\s*([\\w./-]+)\\s*(==|=|!=)\\s*(.*?)\\s*");

  private Selector() {}

  /** Objects whose labels fit. */
  static Predicate<Map<?, ?>> labels(String selector) {
    Predicate<Map<?, ?>> all = object -> true;
    for (String part : parts(selector)) {
      all = all.and(object -> fits(Tree.map(object, "metadata", "labels"), part));
    }
    return all;
  }

  /** Objects whose fields fit; names of fields are paths. */
  static Predicate<Map<?, ?>> fields(String selector) {
    Predicate<Map<?, ?>> all = object -> true;
    for (String part : parts(selector)) {
      Matcher equal = EQUAL.matcher(part);
      if (equal.matches()) {
        String[] path = equal.group(1).split("\\.", -1);
        boolean wanted = !equal.group(2).equals("!=");
        String value = equal.group(3);
        all = all.and(object -> field(object, path).equals(value) == wanted);
      }
    }
    return all;
  }

  /** Events call their object by another name in the newer API; no field is {@code ""}. */
  private static String field(Map<?, ?> object, String[] path) {
    return Tree.text(object, path);
  }

  private static boolean fits(Map<?, ?> labels, String part) {
    Matcher set = SET.matcher(part);
    if (set.matches()) {
      Object label = labels.get(set.group(2));
      boolean within =
          label != null
              && List.of(set.group(4).trim().split("\\s*,\\s*")).contains(label.toString());
      return set.group(3).equals("in") == within;
    }
    Matcher equal = EQUAL.matcher(part);
    if (equal.matches()) {
      Object label = labels.get(equal.group(1));
      boolean same = label != null && label.toString().equals(equal.group(3));
      return equal.group(2).equals("!=") != same;
    }
    String name = part.strip();
    return name.startsWith("!")
        ? !labels.containsKey(name.substring(1).strip())
        : labels.containsKey(name);
  }

  /** Commas within brackets do not separate. */
  private static List<String> parts(String selector) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int at = 0; at <= selector.length(); at++) {
      char c = at == selector.length() ? ',' : selector.charAt(at);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if ((c == ',' && depth == 0) || at == selector.length()) {
        if (at > start) {
          parts.add(selector.substring(start, at));
        }
        start = at + 1;
      }
    }
    return parts;
  }
}
