package io.kwhy.parse.log;

import io.kwhy.fact.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Occurrences of one message that belong together, counted in bounded memory: some of them, evenly
 * spread, are kept with their place, so that the rest after a moment can be told.
 */
final class Period {
  private static final int MOST_MARKS = 64;

  /**
   * An occurrence.
   *
   * @param before how many came before it
   */
  record Mark(Instant time, int line, String message, int before) {}

  private final List<Mark> marks = new ArrayList<>(2);
  private int step = 1;
  private int count;
  private Instant first = Fact.UNKNOWN_TIME;
  private Instant last = Fact.UNKNOWN_TIME;
  private int lastLine;
  private String lastMessage = "";

  void add(Instant time, int line, String message) {
    if (count % step == 0) {
      thin();
      marks.add(new Mark(time, line, message, count));
    }
    count++;
    include(time);
    lastLine = line;
    lastMessage = message;
  }

  private void thin() {
    if (marks.size() < MOST_MARKS) {
      return;
    }
    List<Mark> kept = new ArrayList<>(MOST_MARKS);
    for (int i = 0; i < marks.size(); i += 2) {
      kept.add(marks.get(i));
    }
    marks.clear();
    marks.addAll(kept);
    step *= 2;
  }

  private void include(Instant time) {
    if (time.equals(Fact.UNKNOWN_TIME)) {
      return;
    }
    if (first.equals(Fact.UNKNOWN_TIME) || time.isBefore(first)) {
      first = time;
    }
    if (time.isAfter(last)) {
      last = time;
    }
  }

  /** Takes in a later period. */
  void append(Period later) {
    for (Mark mark : later.marks) {
      thin();
      marks.add(new Mark(mark.time, mark.line, mark.message, mark.before + count));
    }
    count += later.count;
    include(later.first);
    include(later.last);
    if (!later.isEmpty()) {
      lastLine = later.lastLine;
      lastMessage = later.lastMessage;
    }
  }

  /** What came before a moment; the rest is {@link #from}. */
  Period before(Instant moment) {
    return part(0, split(moment));
  }

  /**
   * What came at a moment or after it. Where there are more occurrences than are kept, it may begin
   * with a later one than the first.
   */
  Period from(Instant moment) {
    return part(split(moment), count);
  }

  /** How many came before a moment, as far as the kept ones tell. */
  private int split(Instant moment) {
    for (Mark mark : marks) {
      if (!mark.time.isBefore(moment)) {
        return mark.before;
      }
    }
    return last.isBefore(moment) ? count : count - 1;
  }

  private Period part(int from, int to) {
    Period part = new Period();
    for (Mark mark : marks) {
      if (mark.before >= from && mark.before < to) {
        part.marks.add(new Mark(mark.time, mark.line, mark.message, mark.before - from));
        part.include(mark.time);
        part.lastLine = mark.line;
        part.lastMessage = mark.message;
      }
    }
    if (to == count && from < to) {
      if (part.marks.isEmpty()) {
        part.marks.add(new Mark(last, lastLine, lastMessage, 0));
      }
      part.include(last);
      part.lastLine = lastLine;
      part.lastMessage = lastMessage;
    }
    part.step = step;
    part.count = to - from;
    return part;
  }

  boolean isEmpty() {
    return count == 0;
  }

  int count() {
    return count;
  }

  /** The earliest time; {@link Fact#UNKNOWN_TIME} if no line has one. */
  Instant first() {
    return first;
  }

  /** The latest time; {@link Fact#UNKNOWN_TIME} if no line has one. */
  Instant last() {
    return last;
  }

  int lastLine() {
    return lastLine;
  }

  /** The occurrence that came first in the log. */
  Mark start() {
    return marks.get(0);
  }
}
