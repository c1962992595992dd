package io.kwhy.parse.k3s;

import io.kwhy.fact.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A setting as one place gives it.
 *
 * @param key the flag's name without dashes
 * @param values one, or several of a list; each with its place
 * @param from file, environment, unit file, command line
 * @param appends whether it adds to what was given before ({@code key+} in a drop-in file)
 */
record Given(String key, List<Value> values, String from, boolean appends) {
  private static final Set<String> TOKENS = Set.of("token", "agent-token");

  private static final Set<String> OTHER_SECRETS =
      Set.of(
          "cluster-secret",
          "datastore-endpoint",
          "etcd-s3-access-key",
          "etcd-s3-secret-key",
          "etcd-s3-session-token",
          "vpn-auth");

  /** No list of a real k3s is as long; what a hostile file adds one by one would take hours. */
  private static final int MOST_VALUES = 10_000;

  /** One value and where it stands. */
  record Value(String text, Origin origin) {}

  Given {
    values = List.copyOf(values);
  }

  static Given of(String key, String value, String from, Origin origin) {
    return new Given(key, List.of(new Value(value, origin)), from, false);
  }

  /** The value, or the first of a list; none of an empty list. */
  Optional<Value> first() {
    return values.stream().findFirst();
  }

  /** Whether hosts join with it. */
  boolean isToken() {
    return TOKENS.contains(key);
  }

  /** Whether its values must not be shown. */
  boolean isSecret() {
    return isToken() || OTHER_SECRETS.contains(key);
  }

  /** What another place says besides, after what this one says. */
  Given with(Given more) {
    if (values.size() >= MOST_VALUES) {
      return this;
    }
    List<Value> all = new ArrayList<>(values);
    all.addAll(more.values);
    return new Given(key, all, more.from, false);
  }
}
