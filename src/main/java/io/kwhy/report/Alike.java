package io.kwhy.report;

import io.kwhy.diagnosis.Diagnosis.RootCause;
import io.kwhy.inference.Effect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Root causes that are told in one block: one fault on many nodes is read once, not once per node.
 *
 * @param first the one that the block tells in full
 * @param others what else the same cause holds of
 */
record Alike(RootCause first, List<RootCause> others) {
  /** So many are read more quickly in one block than one by one. */
  private static final int MANY = 4;

  Alike {
    others = List.copyOf(others);
  }

  /** In the order in which the first of each come; few of one cause stand alone. */
  static List<Alike> of(List<RootCause> causes) {
    Map<String, List<RootCause>> byCause = new LinkedHashMap<>();
    for (RootCause cause : causes) {
      byCause.computeIfAbsent(cause.finding().cause(), id -> new ArrayList<>()).add(cause);
    }
    List<Alike> groups = new ArrayList<>();
    for (RootCause cause : causes) {
      List<RootCause> same = byCause.get(cause.finding().cause());
      if (same.size() < MANY) {
        groups.add(alone(cause));
      } else if (same.get(0).equals(cause)) {
        groups.add(new Alike(cause, same.subList(1, same.size())));
      }
    }
    return groups;
  }

  static Alike alone(RootCause cause) {
    return new Alike(cause, List.of());
  }

  /** What they bring about together. */
  List<Effect> explains() {
    return Stream.concat(Stream.of(first), others.stream())
        .flatMap(cause -> cause.explains().stream())
        .distinct()
        .toList();
  }

  /** What the others are about. */
  List<String> otherSubjects() {
    return others.stream().map(cause -> cause.finding().subject().toString()).toList();
  }
}
