package io.kwhy.parse.log;

import io.kwhy.fact.Gap;
import io.kwhy.fact.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What one log says: its runs and its known messages, in bounded memory. */
final class LogTallies {
  private static final int MOST_PER_SIGNAL = 1_000;
  private static final int MOST = 20_000;

  /** The last time that a message was seen. */
  record Seen(Instant time, int line) {}

  private final LogName name;
  private final Set<String> endings;
  private final Timeline timeline = new Timeline();
  private final Map<Tally.Key, Tally> tallies = new LinkedHashMap<>();
  private final Map<String, Integer> kept = new TreeMap<>();
  private final Map<String, Integer> dropped = new TreeMap<>();
  private final Map<String, Map<String, Seen>> seenEndings = new TreeMap<>();
  private final List<Gap> gaps = new ArrayList<>();
  private String unit;

  /**
   * @param endings ids of the signals that end others
   */
  LogTallies(LogName name, Set<String> endings) {
    this.name = name;
    this.endings = endings;
    this.unit = name.unit();
  }

  LogName name() {
    return name;
  }

  /** The unit as the log itself has it. */
  void isOf(String trueUnit) {
    unit = trueUnit;
  }

  String unit() {
    return unit;
  }

  Timeline timeline() {
    return timeline;
  }

  void gap(int line, String problem) {
    gaps.add(new Gap(new Origin(name.path(), line), problem));
  }

  /** What could not be read, or not in full. */
  List<Gap> gaps() {
    List<Gap> all = new ArrayList<>(gaps);
    dropped.forEach(
        (signal, count) ->
            all.add(
                new Gap(
                    Origin.of(name.path()),
                    "signal \"%s\": %s further messages were not kept, they differ from the first %s different ones"
                        .formatted(signal, count, kept.get(signal)))));
    return all;
  }

  Collection<Tally> all() {
    return tallies.values();
  }

  /** Counts a message; its occurrences of before may turn out to be over. */
  void count(Tally.Key key, Instant time, int line, String message) {
    String signal = key.known().signal().id();
    Tally tally = tallies.get(key);
    if (tally == null) {
      int before = kept.getOrDefault(signal, 0);
      if (before >= MOST_PER_SIGNAL || tallies.size() >= MOST) {
        kept.putIfAbsent(signal, 0);
        dropped.merge(signal, 1, Integer::sum);
        return;
      }
      kept.put(signal, before + 1);
      tally = new Tally(key);
      tallies.put(key, tally);
    }
    settle(tally);
    tally.add(time, line, message);
    if (endings.contains(signal)) {
      seenEndings
          .computeIfAbsent(signal, unused -> new TreeMap<>())
          .put(key.subject(), new Seen(time, line));
    }
  }

  /** Moves what is over to the past, as far as this log tells. */
  void settle(Tally tally) {
    tally.settle(timeline, line -> endedAfter(tally.key(), line));
  }

  private Optional<String> endedAfter(Tally.Key key, int line) {
    for (String ending : key.known().signal().over()) {
      Map<String, Seen> bySubject = seenEndings.getOrDefault(ending, Map.of());
      if (isAfter(bySubject, key.subject(), line)) {
        return Optional.of(ending);
      }
      for (String host : name.hostNames()) {
        if (isAfter(bySubject, host, line)) {
          return Optional.of(ending);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isAfter(Map<String, Seen> bySubject, String subject, int line) {
    Seen seen = bySubject.get(subject);
    return seen != null && seen.line > line;
  }

  /** When a message that ends others was last seen for a subject. */
  Optional<Seen> ending(String signal, String subject) {
    return Optional.ofNullable(seenEndings.getOrDefault(signal, Map.of()).get(subject));
  }
}
