package io.kwhy.parse.log;

import io.kwhy.fact.Fact;
import io.kwhy.fact.log.Signal.Role;
import io.kwhy.parse.log.KnownMessage.Match;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Tries the signals on the lines of one log that may hold one, and counts what they find. */
final class LineEvaluator {
  private static final int LONGEST_MESSAGE = 16 * 1024;

  /** As much of each message is tried where a signal has taken too many steps on a longer one. */
  private static final int SHORT_MESSAGE = 1024;

  private record Found(KnownMessage known, Match match) {}

  private final SignalMatcher matcher;
  private final LogTallies tallies;
  private final LineParser parser;
  private final BitSet enabled = new BitSet();
  private final BitSet wary = new BitSet();
  private Instant lastTime = Fact.UNKNOWN_TIME;

  LineEvaluator(SignalMatcher matcher, LogTallies tallies, LineParser parser) {
    this.matcher = matcher;
    this.tallies = tallies;
    this.parser = parser;
    for (int i = 0; i < matcher.messages().size(); i++) {
      enabled.set(i, mayCount(matcher.messages().get(i)));
    }
  }

  /**
   * Which of the two units of k3s it is may turn out later; a syslog has the kernel's lines too.
   */
  private boolean mayCount(KnownMessage known) {
    LogName name = tallies.name();
    List<String> units =
        name.isK3s()
            ? List.of(LogName.SERVER, LogName.AGENT, LogName.KERNEL)
            : List.of(name.unit());
    return units.stream().anyMatch(known::isFor);
  }

  /** Reads a line for the zone of the log. */
  void learn(String text) {
    parser.read(text);
  }

  /** Reads a line for its time and its unit only. */
  Instant glance(String text) {
    LogLine line = parser.read(text);
    recogniseUnit(line);
    if (line.hasTime()) {
      tallies.timeline().seen(line.time());
    }
    return line.time();
  }

  /** The time of lines that have none. */
  void now(Instant time) {
    lastTime = time.equals(Fact.UNKNOWN_TIME) ? lastTime : time;
    tallies.timeline().goesOn(lastTime);
  }

  /**
   * Tries a line.
   *
   * @param literals what was found in it
   * @param timeBefore the time of an earlier line, for one that has none
   */
  void evaluate(String text, int lineNumber, BitSet literals, Supplier<Instant> timeBefore) {
    LogLine line = parser.read(text);
    now(line.hasTime() ? line.time() : timeBefore.get());
    recogniseUnit(line);
    BitSet candidates = matcher.candidates(matcher.isEncoded(literals) ? decoded(line) : literals);
    candidates.and(enabled);
    List<Found> found = new ArrayList<>(2);
    for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
      KnownMessage known = matcher.messages().get(i);
      match(i, known, line, lineNumber).ifPresent(match -> found.add(new Found(known, match)));
    }
    if (!found.isEmpty()) {
      count(found, line, lineNumber);
    }
  }

  private BitSet decoded(LogLine line) {
    byte[] message = line.raw().getBytes(StandardCharsets.UTF_8);
    int length = message.length;
    return matcher.search().all(Arrays.copyOf(message, length + LiteralSearch.SLACK), 0, length);
  }

  private Optional<Match> match(int index, KnownMessage known, LogLine line, int lineNumber) {
    if (line.tag().equals(LogName.KERNEL) && !known.isFor(LogName.KERNEL)) {
      return Optional.empty();
    }
    try {
      return match(known, line, wary.get(index) ? SHORT_MESSAGE : LONGEST_MESSAGE);
    } catch (CountedText.ExhaustedException | StackOverflowError e) {
      boolean first = !wary.get(index);
      wary.set(index);
      enabled.set(index, first);
      tallies.gap(
          lineNumber,
          "signal \"%s\": its regular expression \"%s\" takes too many steps on this line; %s"
              .formatted(
                  known.signal().id(),
                  known.signal().text().regex(),
                  first
                      ? "from here on it was tried on the first %s characters of a message"
                          .formatted(SHORT_MESSAGE)
                      : "it was not tried on the rest of the log"));
      return first ? match(index, known, line, lineNumber) : Optional.empty();
    }
  }

  private static Optional<Match> match(KnownMessage known, LogLine line, int longest) {
    Optional<Match> match = known.match(cut(line.message(), longest));
    return match.isPresent() || line.raw().equals(line.message())
        ? match
        : known.match(cut(line.raw(), longest));
  }

  private static String cut(String text, int longest) {
    return text.length() > longest ? text.substring(0, longest) : text;
  }

  private void count(List<Found> found, LogLine line, int lineNumber) {
    for (Found one : found) {
      if (one.known.signal().role() == Role.START) {
        tallies.timeline().start(one.known.signal().id(), lastTime, lineNumber);
      }
    }
    tallies.timeline().seen(lastTime);
    for (Found one : found) {
      tell(one.known.signal().role());
      String subject = one.match.subject();
      String unit = line.tag().equals(LogName.KERNEL) ? LogName.KERNEL : "";
      Tally.Key key =
          new Tally.Key(
              one.known,
              unit,
              subject.isEmpty() ? tallies.name().self() : subject,
              one.match.fields());
      tallies.count(key, lastTime, lineNumber, line.message());
    }
  }

  private void tell(Role role) {
    Timeline timeline = tallies.timeline();
    switch (role) {
      case UP -> timeline.up();
      case FAILURE -> timeline.failed(lastTime);
      case STOPPING -> timeline.stopping(lastTime);
      case EXITED -> timeline.exited(lastTime);
      case STOPPED -> timeline.stopped(lastTime);
      case START, MESSAGE, ARGUMENTS -> {}
    }
  }

  private void recogniseUnit(LogLine line) {
    if (!tallies.name().isK3s()) {
      return;
    }
    if (speaksOf("k3s-agent.service", "Starting k3s agent v", line)) {
      tallies.isOf(LogName.AGENT);
    } else if (speaksOf("k3s.service", "Starting k3s v", line)) {
      tallies.isOf(LogName.SERVER);
    }
  }

  private static boolean speaksOf(String systemdUnit, String greeting, LogLine line) {
    return line.message().startsWith(greeting)
        || line.systemdUnit().equals(systemdUnit)
        || (line.tag().equals("systemd") && line.message().contains(systemdUnit));
  }
}
