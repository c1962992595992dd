package io.kwhy.parse.log;

import io.kwhy.fact.Fact;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a log says of a line, whatever wrote it: the journal (short, ISO, JSON), syslog, a container
 * runtime or the kernel.
 *
 * @param stamp when it was logged, in the log's own form
 * @param time the same where the log counts it in seconds; {@link Fact#UNKNOWN_TIME} elsewhere
 * @param tag who wrote it
 * @param unit in a journal that says so
 * @param rest what follows: the text of the program
 */
record LinePrefix(Optional<Stamp> stamp, Instant time, String tag, String unit, String rest) {
  /** {@code [ 12.345678] }, and with what the kernel adds about who says it. */
  private static final Pattern UPTIME =
      Pattern.compile("\\[ *[0-9]+\\.[0-9]+\\](?:\\[ *[TC][0-9]+\\])? ");

  /** What a log wrote before the text of a line. */
  static LinePrefix of(String line) {
    if (line.startsWith("{")) {
      return json(line);
    }
    int at = line.startsWith("<") ? priority(line) : 0;
    Optional<Stamp> rfc5424 =
        line.startsWith("1 ", at) ? Stamp.iso(line, at + 2) : Optional.empty();
    if (rfc5424.isPresent()) {
      return rfc5424(line, rfc5424.get());
    }
    Optional<Stamp> syslog = Stamp.syslog(line, at);
    if (syslog.isPresent()) {
      return host(line, syslog.get(), true);
    }
    Optional<Stamp> iso = Stamp.iso(line, at);
    if (iso.isPresent()) {
      return container(line, iso.get());
    }
    return line.startsWith("[") ? kernel(line) : none(line);
  }

  private static LinePrefix none(String rest) {
    return new LinePrefix(Optional.empty(), Fact.UNKNOWN_TIME, "", "", rest);
  }

  private static LinePrefix of(Stamp stamp, String tag, String rest) {
    return new LinePrefix(Optional.of(stamp), Fact.UNKNOWN_TIME, tag, "", rest);
  }

  private static int priority(String line) {
    int end = line.indexOf('>');
    return end > 0 && end <= 4 ? end + 1 : 0;
  }

  /** {@code 1 TIME HOST APP PID MSGID [DATA] text}. */
  private static LinePrefix rfc5424(String line, Stamp stamp) {
    String[] words = line.substring(stamp.end()).stripLeading().split(" ", 5);
    if (words.length < 5) {
      return of(stamp, "", line.substring(stamp.end()).strip());
    }
    String rest = words[4];
    int data = rest.startsWith("[") ? rest.indexOf("] ") : rest.startsWith("- ") ? 0 : -2;
    return of(stamp, words[1], data < -1 ? rest : rest.substring(data + 2));
  }

  /** {@code TIME stdout F text}, or else as the journal writes it. */
  private static LinePrefix container(String line, Stamp stamp) {
    int at = stamp.end();
    boolean stream = line.startsWith(" stdout ", at) || line.startsWith(" stderr ", at);
    if (stream && line.length() > at + 9 && line.charAt(at + 9) == ' ') {
      return of(stamp, "", line.substring(at + 10));
    }
    return host(line, stamp, false);
  }

  /** {@code TIME HOST TAG[PID]: text}. */
  private static LinePrefix host(String line, Stamp stamp, boolean always) {
    int host = Math.min(stamp.end() + 1, line.length());
    int tag = line.indexOf(' ', host) + 1;
    int colon = tag > 0 ? line.indexOf(':', tag) : -1;
    int space = tag > 0 ? line.indexOf(' ', tag) : -1;
    boolean tagged = colon > 0 && (space < 0 ? colon == line.length() - 1 : space == colon + 1);
    if (!tagged) {
      return of(stamp, "", line.substring(always && tag > 0 ? tag : host));
    }
    int bracket = line.indexOf('[', tag);
    int tagEnd = bracket > 0 && bracket < colon ? bracket : colon;
    String rest = line.substring(Math.min(colon + 2, line.length()));
    String name = line.substring(tag, tagEnd);
    return of(stamp, name, name.equals("kernel") ? withoutUptime(rest) : rest);
  }

  /** {@code [ 12.345678] text}, or {@code [Mon Nov 23 05:52:22 2026] text}. */
  private static LinePrefix kernel(String line) {
    Optional<Stamp> stamp = Stamp.dmesg(line, 5).filter(found -> line.startsWith("]", found.end()));
    String rest = withoutUptime(line);
    if (stamp.isPresent()) {
      return of(stamp.get(), "kernel", rest);
    }
    return rest.equals(line)
        ? none(line)
        : new LinePrefix(Optional.empty(), Fact.UNKNOWN_TIME, "kernel", "", rest);
  }

  /** Programs in containers begin lines with brackets, too: {@code [1]: text [2] text}. */
  private static String withoutUptime(String text) {
    if (!text.startsWith("[")) {
      return text;
    }
    Matcher uptime = UPTIME.matcher(text);
    if (uptime.lookingAt()) {
      return text.substring(uptime.end());
    }
    int end = text.indexOf("] ");
    return end > 0 && Stamp.syslog(text, 5).isPresent() ? text.substring(end + 2) : text;
  }

  private static LinePrefix json(String line) {
    Map<String, String> members = JsonLine.read(line);
    if (members.containsKey("MESSAGE")) {
      String tag = members.getOrDefault("SYSLOG_IDENTIFIER", members.getOrDefault("_COMM", ""));
      String unit = members.getOrDefault("UNIT", members.getOrDefault("_SYSTEMD_UNIT", ""));
      Instant time = microseconds(members.getOrDefault("__REALTIME_TIMESTAMP", ""));
      return new LinePrefix(Optional.empty(), time, tag, unit, members.get("MESSAGE"));
    }
    if (members.containsKey("log") && members.containsKey("stream")) {
      return new LinePrefix(
          Stamp.iso(members.getOrDefault("time", ""), 0),
          Fact.UNKNOWN_TIME,
          "",
          "",
          members.get("log").stripTrailing());
    }
    return none(line);
  }

  private static Instant microseconds(String text) {
    try {
      long microseconds = Long.parseLong(text);
      return Instant.ofEpochSecond(
          Math.floorDiv(microseconds, 1_000_000L), Math.floorMod(microseconds, 1_000_000L) * 1000);
    } catch (NumberFormatException | DateTimeException e) {
      return Fact.UNKNOWN_TIME;
    }
  }
}
