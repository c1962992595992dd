package io.kwhy.parse.log;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import io.kwhy.fact.log.LogSignal;
import io.kwhy.fact.log.PastLogSignal;
import io.kwhy.fact.log.Signal;
import io.kwhy.fact.log.UnitStart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/** Tells present from past, over all logs together. */
final class History {
  /** A log that was read, and until when it goes. */
  record Log(LogTallies tallies, Instant collectedAt) {
    private LogName name() {
      return tallies.name();
    }

    private boolean isNextOf(LogName other) {
      return other.previous()
          && !name().previous()
          && name().isPod()
          && name().namespace().equals(other.namespace())
          && name().pod().equals(other.pod())
          && name().unit().equals(other.unit());
    }
  }

  private final List<Log> logs;
  private final BinaryOperator<String> hostOfPod;
  private final List<Fact> facts = new ArrayList<>();
  private final PresentSignals present = new PresentSignals();

  /**
   * @param hostOfPod from namespace and name of a pod to its host
   */
  History(List<Log> logs, BinaryOperator<String> hostOfPod) {
    this.logs = logs.stream().sorted(Comparator.comparing((Log log) -> log.name().path())).toList();
    this.hostOfPod = hostOfPod;
  }

  List<Fact> facts() {
    for (Log log : logs) {
      starts(log);
      for (Tally tally : log.tallies.all()) {
        if (tally.key().known().isFor(unit(log, tally))) {
          settle(log, tally);
          tell(log, tally);
        }
      }
      facts.addAll(log.tallies.gaps());
    }
    facts.addAll(present.all());
    return List.copyOf(facts);
  }

  private static String unit(Log log, Tally tally) {
    return tally.key().unit().isEmpty() ? log.tallies.unit() : tally.key().unit();
  }

  private void starts(Log log) {
    Timeline timeline = log.tallies.timeline();
    int presentRun = timeline.presentFrom(log.collectedAt);
    for (Timeline.Start start : timeline.starts(log.collectedAt)) {
      facts.add(
          new UnitStart(
              host(log),
              log.tallies.unit(),
              start.time(),
              start.run() == presentRun,
              new Origin(log.name().path(), start.line())));
    }
  }

  private void settle(Log log, Tally tally) {
    log.tallies.settle(tally);
    tally.endBefore(log.tallies.timeline().presentFrom(log.collectedAt));
    if (log.name().isK3s() && tally.key().known().signal().over().contains(Signal.SILENCE)) {
      log.tallies
          .timeline()
          .silentSince(log.collectedAt)
          .ifPresent(moment -> tally.endUntil(moment, Signal.SILENCE));
    }
    for (Log other : logs) {
      if (other.isNextOf(log.name()) && other.tallies.timeline().hasHeld(other.collectedAt)) {
        tally.endAll(Tally.RESTART);
      }
    }
    Ending ending = endedElsewhere(log, tally);
    if (ending.inNextLog) {
      tally.endAll(ending.signal);
    } else if (!ending.signal.isEmpty()) {
      tally.endUntil(ending.time, ending.signal);
    }
  }

  /**
   * A message of another log that shows that one is over.
   *
   * @param signal {@code ""} if there is none
   */
  private record Ending(String signal, Instant time, boolean inNextLog) {
    private static final Ending NONE = new Ending("", Fact.UNKNOWN_TIME, false);

    private boolean isLaterThan(Ending other) {
      return inNextLog == other.inNextLog ? time.isAfter(other.time) : inNextLog;
    }
  }

  private Ending endedElsewhere(Log log, Tally tally) {
    List<String> signals = tally.key().known().signal().over();
    if (signals.isEmpty()) {
      // Most messages, and a large cluster has thousands of logs.
      return Ending.NONE;
    }
    List<String> subjects = subjects(log, tally);
    Instant first = tally.present().first();
    Ending latest = Ending.NONE;
    for (Log other : logs) {
      for (String signal : signals) {
        for (String subject : subjects) {
          Optional<Ending> ending =
              other.tallies == log.tallies ? Optional.empty() : ending(other, log, signal, subject);
          if (ending.isPresent()
              && (ending.get().inNextLog || isAfter(ending.get().time, first))
              && ending.get().isLaterThan(latest)) {
            latest = ending.get();
          }
        }
      }
    }
    return latest;
  }

  private static Optional<Ending> ending(Log other, Log log, String signal, String subject) {
    return other
        .tallies
        .ending(signal, subject)
        .map(seen -> new Ending(signal, seen.time(), other.isNextOf(log.name())));
  }

  /** What has no time is neither before nor after. */
  private static boolean isAfter(Instant time, Instant other) {
    return !other.equals(Fact.UNKNOWN_TIME) && time.isAfter(other);
  }

  private static List<String> subjects(Log log, Tally tally) {
    List<String> subjects = new ArrayList<>(log.name().hostNames());
    subjects.remove(tally.key().subject());
    subjects.add(0, tally.key().subject());
    return subjects;
  }

  private void tell(Log log, Tally tally) {
    String signal = tally.key().known().signal().id();
    String subject = Quoted.of(tally.key().subject());
    SortedMap<String, String> fields = new TreeMap<>();
    tally.key().fields().forEach((name, value) -> fields.put(name, Quoted.of(value)));
    tally
        .past()
        .forEach(
            (endedBy, period) ->
                facts.add(
                    new PastLogSignal(
                        signal,
                        host(log),
                        unit(log, tally),
                        subject,
                        fields,
                        period.first(),
                        period.last(),
                        period.count(),
                        Quoted.of(period.start().message()),
                        endedBy,
                        new Origin(log.name().path(), period.start().line()))));
    Period now = tally.present();
    if (!now.isEmpty()) {
      present.add(
          new LogSignal(
              signal,
              host(log),
              unit(log, tally),
              log.name().namespace(),
              log.name().pod(),
              subject,
              fields,
              now.first(),
              now.last(),
              now.count(),
              Quoted.of(now.start().message()),
              new Origin(log.name().path(), now.start().line())));
    }
  }

  private String host(Log log) {
    return log.name().isPod()
        ? hostOfPod.apply(log.name().namespace(), log.name().pod())
        : log.name().node();
  }
}
