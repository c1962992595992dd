package io.kwhy.parse.log;

import io.kwhy.fact.Fact;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.BitSet;
import java.util.function.Consumer;

/**
 * Reads one log from start to end, of any size and with lines of any length, in a buffer of fixed
 * size. Where lines begin and end is only asked around what the search for literals finds.
 */
final class LogScanner {
  private static final int BUFFER = 256 * 1024;
  private static final int LONGEST_LINE = 64 * 1024;

  /** How many lines back a line without a time looks for one. */
  private static final int LINES_BACK = 20;

  /** How many lines are read beforehand, for the zone of the log and its unit. */
  private static final int LINES_AHEAD = 200;

  private final LiteralSearch search;
  private final LineEvaluator evaluator;
  private final LogTallies tallies;
  private final byte[] buffer = new byte[BUFFER + LiteralSearch.SLACK];
  private final BitSet literals = new BitSet();

  /** How many bytes of the buffer hold text. */
  private int filled;

  /** Number of the line that begins at {@code counted}. */
  private int line = 1;

  private int counted;

  /** Up to where times have been looked for. */
  private int timed;

  private boolean hasTimes;
  private int longLines;
  private int firstLongLine;
  private int lastLongLine;

  LogScanner(SignalMatcher matcher, LogTallies tallies, LineEvaluator evaluator) {
    this.search = matcher.search();
    this.tallies = tallies;
    this.evaluator = evaluator;
  }

  /** Reads to the end, or to where the stream breaks. What was read before counts. */
  void scan(InputStream in) throws IOException {
    try {
      read(in);
    } finally {
      if (longLines > 0) {
        tallies.gap(
            firstLongLine,
            "expected lines of at most %s bytes, found %s longer ones; the rest of them was not read"
                .formatted(LONGEST_LINE, longLines));
      }
    }
  }

  private void read(InputStream in) throws IOException {
    boolean ended = fill(in);
    lookAhead();
    boolean insideLongLine = false;
    while (filled > 0) {
      int from = insideLongLine ? NewLines.next(buffer, 0, filled) : 0;
      insideLongLine &= from == filled;
      int to = ended ? filled : NewLines.afterLast(buffer, from, filled);
      if (to == 0) {
        to = filled;
        if (!insideLongLine) {
          longLine();
        }
        insideLongLine = true;
      }
      lines(from, to);
      drop(to);
      ended |= fill(in);
    }
  }

  /** Whether the stream has ended. */
  private boolean fill(InputStream in) throws IOException {
    while (filled < BUFFER) {
      int read = in.read(buffer, filled, BUFFER - filled);
      if (read < 0) {
        return true;
      }
      filled += read;
    }
    return false;
  }

  private void drop(int end) {
    countLines(end);
    counted = 0;
    timed = 0;
    System.arraycopy(buffer, end, buffer, 0, filled - end);
    filled -= end;
  }

  private void countLines(int end) {
    line += NewLines.count(buffer, counted, end);
    counted = end;
  }

  private void lookAhead() {
    forFirstLines(evaluator::learn);
    forFirstLines(text -> hasTimes |= !evaluator.glance(text).equals(Fact.UNKNOWN_TIME));
  }

  private void forFirstLines(Consumer<String> action) {
    int at = 0;
    for (int i = 0; i < LINES_AHEAD && at < filled; i++) {
      int end = NewLines.next(buffer, at, filled);
      action.accept(text(at, end));
      at = end + 1;
    }
  }

  private void lines(int from, int to) {
    int at = search.next(buffer, from, to);
    while (at < to) {
      boolean hit = search.mark(buffer, from, to, at, literals);
      at = search.next(buffer, hit ? line(at, from, to) : at + search.stride(), to);
    }
    evaluator.now(timeBefore(to));
  }

  /** Tries the line around a literal; gives where the next one begins. */
  private int line(int hit, int from, int to) {
    int start = NewLines.afterLast(buffer, from, hit);
    int end = NewLines.next(buffer, hit, to);
    int at = search.next(buffer, hit + search.stride(), end);
    while (at < end) {
      search.mark(buffer, start, end, at, literals);
      at = search.next(buffer, at + search.stride(), end);
    }
    countLines(start);
    if (end - start > LONGEST_LINE) {
      longLine();
    }
    evaluator.evaluate(text(start, end), line, literals, () -> timeBefore(start));
    literals.clear();
    timed = end;
    return Math.min(end + 1, to);
  }

  /** Notes that the line of the current number is too long; it may have been noted before. */
  private void longLine() {
    if (line != lastLongLine) {
      firstLongLine = longLines == 0 ? line : firstLongLine;
      lastLongLine = line;
      longLines++;
    }
  }

  /** The time of the nearest line before that has one, if it is near. */
  private Instant timeBefore(int start) {
    int end = start;
    for (int i = 0; i < LINES_BACK && hasTimes && end > timed; i++) {
      int from = NewLines.afterLast(buffer, timed, end - 1);
      Instant time = evaluator.glance(text(from, end - 1));
      if (!time.equals(Fact.UNKNOWN_TIME)) {
        return time;
      }
      end = from;
    }
    return Fact.UNKNOWN_TIME;
  }

  private String text(int start, int end) {
    int length = Math.min(end - start, LONGEST_LINE);
    if (length > 0 && buffer[start + length - 1] == '\r') {
      length--;
    }
    return new String(buffer, start, Math.max(length, 0), StandardCharsets.UTF_8);
  }
}
