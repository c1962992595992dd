package io.kwhy.parse.log;

import io.kwhy.fact.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The runs of a unit, from one start to the next, as its log has them. Runs are numbered; run 0 is
 * what was logged before the first start. Runs that ended by themselves form one story with the run
 * that follows: a unit that keeps restarting has one trouble, not many. A run that was stopped, and
 * one that held for long before it failed, ends the story of those before it.
 */
final class Timeline {
  /** A run that lasts longer has held, whatever came before it. */
  private static final Duration HELD = Duration.ofMinutes(10);

  private static final Duration MARGIN = Duration.ofSeconds(60);

  /** systemd and k3s both say that k3s starts; unpacking itself may take a while in between. */
  private static final Duration SAME_START = Duration.ofSeconds(60);

  private static final int MOST_STARTS = 20;

  /** A start of the unit. */
  record Start(int run, Instant time, int line) {}

  private enum Ending {
    NONE,
    FAILED,
    STOPPED
  }

  private final Deque<Start> starts = new ArrayDeque<>();
  private final Set<String> saidBy = new HashSet<>();
  private Start current = new Start(0, Fact.UNKNOWN_TIME, 0);
  private Start storyStart = current;
  private Duration longestFailure = Duration.ZERO;
  private Ending ending = Ending.NONE;
  private boolean stopping;
  private boolean up;
  private Instant endedAt = Fact.UNKNOWN_TIME;
  private Instant lastLine = Fact.UNKNOWN_TIME;

  /** Until when the run that the story begins with worked; unknown where it did not. */
  private Instant storyWorkedUntil = Fact.UNKNOWN_TIME;

  /** The first line with a time: the earliest that is known of run 0. */
  void seen(Instant time) {
    if (current.run == 0 && isUnknown(current.time)) {
      current = new Start(0, time, 0);
      storyStart = current;
    }
  }

  /** The log has lines until then. */
  void goesOn(Instant time) {
    lastLine = time;
  }

  /** The unit has come up. */
  void up() {
    up = true;
  }

  /**
   * The unit starts.
   *
   * @param signal what says so: another signal soon after may tell of the same start
   */
  void start(String signal, Instant time, int line) {
    if (isSameStart(signal, time)) {
      saidBy.add(signal);
      return;
    }
    Start next = new Start(current.run + 1, time, line);
    if (ending != Ending.FAILED) {
      storyStart = next;
      storyWorkedUntil = Fact.UNKNOWN_TIME;
      longestFailure = Duration.ZERO;
    } else {
      Duration lasted = between(current.time, endedAt);
      boolean held = lasted.compareTo(HELD) > 0;
      storyStart = held ? current : storyStart;
      storyWorkedUntil = held ? workedUntil() : storyWorkedUntil;
      longestFailure = held || lasted.compareTo(longestFailure) > 0 ? lasted : longestFailure;
    }
    current = next;
    begin(signal);
  }

  private boolean isSameStart(String signal, Instant time) {
    return current.run > 0
        && ending == Ending.NONE
        && !saidBy.contains(signal)
        && between(current.time, time).compareTo(SAME_START) <= 0;
  }

  private void begin(String signal) {
    ending = Ending.NONE;
    stopping = false;
    up = false;
    saidBy.clear();
    saidBy.add(signal);
    starts.addLast(current);
    if (starts.size() > MOST_STARTS) {
      starts.removeFirst();
    }
  }

  /** The unit is being stopped while it runs: how it then ends is no failure. */
  void stopping(Instant time) {
    stopping = true;
    end(Ending.STOPPED, time);
  }

  /**
   * The process ended without an error. k3s also ends so when a part of it failed, which it says
   * before.
   */
  void exited(Instant time) {
    if (ending != Ending.FAILED) {
      end(Ending.STOPPED, time);
    }
  }

  /** The unit is down: stopped while running, or not started again after a failure. */
  void stopped(Instant time) {
    if (ending == Ending.NONE) {
      end(Ending.STOPPED, time);
    }
  }

  /** The run ended by itself. */
  void failed(Instant time) {
    if (!stopping) {
      end(Ending.FAILED, time);
    }
  }

  private void end(Ending how, Instant time) {
    // The first word of a failure is the nearest to the moment; systemd follows.
    if (ending != how) {
      endedAt = time;
    }
    ending = how;
  }

  int run() {
    return current.run;
  }

  /** First run of the current story, as far as the log has been read. */
  int story() {
    return storyStart.run;
  }

  /**
   * The run with which the present begins: the last one if it has held, otherwise the first of the
   * story.
   *
   * @param now until when a run that has not ended lasts
   */
  int presentFrom(Instant now) {
    Duration enough = longestFailure.multipliedBy(2).plus(MARGIN);
    enough = enough.compareTo(HELD) < 0 ? enough : HELD;
    Duration lasted = between(current.time, ending == Ending.NONE ? now : endedAt);
    return lasted.compareTo(enough) > 0 ? current.run : storyStart.run;
  }

  /** A run whose start the log does not have is one that came up before. */
  private Instant workedUntil() {
    if (!up && current.run > 0) {
      return Fact.UNKNOWN_TIME;
    }
    return ending == Ending.NONE ? lastLine : endedAt;
  }

  /**
   * The moment before which nothing can be the trouble of the present that was not said after it:
   * the first run of the present had come up, and went on for long.
   *
   * @param now until when a run that has not ended lasts
   */
  Optional<Instant> silentSince(Instant now) {
    Instant until = presentFrom(now) == current.run ? workedUntil() : storyWorkedUntil;
    return isUnknown(until) ? Optional.empty() : Optional.of(until.minus(HELD));
  }

  /**
   * Whether the last run has lasted long, with the first line of the log for its start if need be.
   */
  boolean hasHeld(Instant now) {
    return between(current.time, now).compareTo(HELD) > 0;
  }

  /** The last starts, oldest first, and in any case the one of the present. */
  List<Start> starts(Instant now) {
    List<Start> kept = new ArrayList<>(starts);
    Start present = storyStart;
    if (presentFrom(now) == present.run
        && present.run > 0
        && kept.stream().noneMatch(each -> each.run == present.run)) {
      kept.add(0, present);
    }
    return kept;
  }

  private static Duration between(Instant from, Instant to) {
    if (isUnknown(from) || isUnknown(to) || to.isBefore(from)) {
      return Duration.ZERO;
    }
    return Duration.between(from, to);
  }

  private static boolean isUnknown(Instant time) {
    return time.equals(Fact.UNKNOWN_TIME);
  }
}
