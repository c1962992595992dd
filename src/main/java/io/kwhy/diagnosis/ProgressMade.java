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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How far hosts came that did not get to the end of a way. */
record ProgressMade(Collection<StoppedAt> stops, Collection<Reached> reached) {
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
      Optional<Instant> reached = reached(subject, each);
      passed.add(each.text() + took(before, reached));
      before = reached;
    }
    return new Progress(subject, stage.way(), passed, stage.text());
  }

  /** The first time counts, where k3s starts again and again. */
  private Optional<Instant> reached(Subject subject, Stage stage) {
    return reached.stream()
        .filter(each -> each.subject().equals(subject) && each.stage().equals(stage))
        .map(Reached::time)
        .min(Comparator.naturalOrder());
  }

  /** {@code (12 s)}; nothing where one of the times is not known. */
  private static String took(Optional<Instant> before, Optional<Instant> reached) {
    if (before.isEmpty() || reached.isEmpty() || reached.get().isBefore(before.get())) {
      return "";
    }
    return " (" + Duration.between(before.get(), reached.get()).toSeconds() + " s)";
  }
}
