package io.kwhy.diagnosis;

import static java.util.Comparator.comparing;

import io.kwhy.diagnosis.Diagnosis.Progress;
import io.kwhy.inference.Reached;
import io.kwhy.inference.Stage;
import io.kwhy.inference.StoppedAt;
import io.kwhy.inference.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How far hosts came that did not get to the end of a way. */
final class ProgressMade {
  private final Collection<StoppedAt> stops;

  /** When each host got to each stage; the first time counts, where k3s starts again and again. */
  private final Map<List<Object>, Instant> reached = new HashMap<>();

  ProgressMade(Collection<StoppedAt> stops, Collection<Reached> reached) {
    this.stops = List.copyOf(stops);
    for (Reached each : reached) {
      this.reached.merge(
          List.of(each.subject(), each.stage()),
          each.time(),
          (one, other) -> one.isAfter(other) ? other : one);
    }
  }

  /** Of several stops on one way the last counts: to get there it passed the others. */
  List<Progress> all() {
    Map<List<Object>, Stage> furthest = new HashMap<>();
    for (StoppedAt stop : stops) {
      furthest.merge(
          List.of(stop.subject(), stop.stage().way()),
          stop.stage(),
          (one, other) -> one.ordinal() >= other.ordinal() ? one : other);
    }
    return furthest.entrySet().stream()
        .map(entry -> progress((Subject) entry.getKey().get(0), entry.getValue()))
        .sorted(comparing(Progress::subject).thenComparing(Progress::way))
        .toList();
  }

  private Progress progress(Subject subject, Stage stage) {
    List<String> passed = new ArrayList<>();
    Optional<Instant> before = Optional.empty();
    for (Stage each : List.of(stage.wholeWay()).subList(0, stage.ordinal())) {
      Optional<Instant> time = Optional.ofNullable(reached.get(List.of(subject, each)));
      passed.add(each.text() + took(before, time));
      before = time;
    }
    return new Progress(subject, stage.way(), passed, stage.text());
  }

  /** {@code (12 s)}; nothing where one of the times is not known. */
  private static String took(Optional<Instant> before, Optional<Instant> reached) {
    if (before.isEmpty() || reached.isEmpty() || reached.get().isBefore(before.get())) {
      return "";
    }
    return " (" + Duration.between(before.get(), reached.get()).toSeconds() + " s)";
  }
}
