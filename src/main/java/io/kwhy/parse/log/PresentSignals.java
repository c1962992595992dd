package io.kwhy.parse.log;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import io.kwhy.fact.log.LogSignal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** What logs say now. What several logs of a container say of the same is one. */
final class PresentSignals {
  private final Map<LogSignal, LogSignal> signals = new LinkedHashMap<>();

  Collection<LogSignal> all() {
    return signals.values();
  }

  /** Adds it to what was said of the same in another log of the container. */
  void add(LogSignal signal) {
    LogSignal identity =
        new LogSignal(
            signal.signal(),
            signal.node(),
            signal.unitName(),
            signal.namespace(),
            signal.pod(),
            signal.subject(),
            signal.fields(),
            Fact.UNKNOWN_TIME,
            Fact.UNKNOWN_TIME,
            0,
            "",
            Origin.of(""));
    signals.merge(identity, signal, PresentSignals::join);
  }

  private static LogSignal join(LogSignal one, LogSignal other) {
    boolean sameTime = other.first().equals(one.first());
    boolean swap =
        sameTime
            ? other.origin().entry().contains(".previous.")
            : other.first().isBefore(one.first());
    LogSignal first = swap ? other : one;
    LogSignal second = swap ? one : other;
    return new LogSignal(
        first.signal(),
        first.node(),
        first.unitName(),
        first.namespace(),
        first.pod(),
        first.subject(),
        first.fields(),
        first.first(),
        first.last().isAfter(second.last()) ? first.last() : second.last(),
        first.count() + second.count(),
        first.message(),
        first.origin());
  }
}
