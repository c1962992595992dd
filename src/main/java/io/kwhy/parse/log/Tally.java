package io.kwhy.parse.log;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * Occurrences of one message in one log, split while they come: what a restart or a later message
 * has ended, the runs of the current story, and the current run. Takes the same memory for any
 * number of occurrences and runs.
 */
final class Tally {
  /** What ended a message that was over because the unit started anew. */
  static final String RESTART = "restart";

  /**
   * What makes two messages the same.
   *
   * @param unit of the line, where it is not the log's; {@code ""} otherwise
   */
  record Key(KnownMessage known, String unit, String subject, SortedMap<String, String> fields) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && known.signal().id().equals(key.known.signal().id())
          && unit.equals(key.unit)
          && subject.equals(key.subject)
          && fields.equals(key.fields);
    }

    @Override
    public int hashCode() {
      return (known.signal().id().hashCode() * 31 + subject.hashCode()) * 31 + fields.hashCode();
    }
  }

  private final Key key;
  private final SortedMap<String, Period> past = new TreeMap<>();
  private Period story = new Period();
  private int storyRun;
  private Period current = new Period();
  private int currentRun;

  Tally(Key key) {
    this.key = key;
  }

  Key key() {
    return key;
  }

  /**
   * Moves what is over to the past. To be called before an occurrence is added, and in the end.
   *
   * @param endedAfter which later message ended what was last seen at a line
   */
  void settle(Timeline timeline, IntFunction<Optional<String>> endedAfter) {
    if (!current.isEmpty() || !story.isEmpty()) {
      int lastLine = current.isEmpty() ? story.lastLine() : current.lastLine();
      endedAfter.apply(lastLine).ifPresent(this::endAll);
    }
    if (currentRun < timeline.run()) {
      endBefore(timeline.story());
      if (!current.isEmpty()) {
        story.append(current);
        storyRun = currentRun;
        current = new Period();
      }
      endBefore(timeline.story());
      currentRun = timeline.run();
    }
  }

  void add(Instant time, int line, String message) {
    current.add(time, line, message);
  }

  /** Everything up to now is over. */
  void endAll(String by) {
    story.append(current);
    current = new Period();
    endStory(by);
  }

  /** The runs before that one are over. */
  void endBefore(int run) {
    if (storyRun < run) {
      endStory(RESTART);
    }
  }

  private void endStory(String by) {
    if (!story.isEmpty()) {
      past.computeIfAbsent(by, unused -> new Period()).append(story);
      story = new Period();
    }
  }

  /** What is over, by what ended it. */
  SortedMap<String, Period> past() {
    return past;
  }

  /** What is not over. */
  Period present() {
    Period present = new Period();
    present.append(story);
    present.append(current);
    return present;
  }

  /** Another log tells that part of it is over. */
  void endUntil(Instant moment, String by) {
    Period all = present();
    story = all.before(moment);
    current = all.from(moment);
    endStory(by);
  }
}
