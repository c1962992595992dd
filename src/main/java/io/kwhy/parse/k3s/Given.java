package io.kwhy.parse.k3s;

import io.kwhy.fact.Origin;
import java.util.List;

/**
 * A setting as one place gives it.
 *
 * @param key the flag's name without dashes
 * @param values one, or several of a list; each with its place
 * @param from file, environment, unit file, command line
 * @param appends whether it adds to what was given before ({@code key+} in a drop-in file)
 */
record Given(String key, List<Value> values, String from, boolean appends) {
  /** One value and where it stands. */
  record Value(String text, Origin origin) {}

  Given {
    values = List.copyOf(values);
  }

  static Given of(String key, String value, String from, Origin origin) {
    return new Given(key, List.of(new Value(value, origin)), from, false);
  }
}
