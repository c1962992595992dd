package io.kwhy.parse.log;

import io.kwhy.fact.Fact;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes lines of one log apart, whatever wrote them: the journal (short, ISO, JSON), syslog, a
 * container runtime, and within those logrus, klog or zap. Each line is judged by itself: a file
 * may hold a mixture.
 */
final class LineReader {
  private static final Set<String> ZAP_HEADER = Set.of("level", "ts", "caller", "msg");

  /** {@code [ 12.345678] }, and with what the kernel adds about who says it. */
  private static final Pattern UPTIME =
      Pattern.compile("\\[ *[0-9]+\\.[0-9]+\\](?:\\[ *[TC][0-9]+\\])? ");

  private final LogClock clock;

  LineReader(LogClock clock) {
    this.clock = clock;
  }

  /** Prefix of the log: what it says, and what follows it. */
  private record Prefix(Optional<Stamp> stamp, Instant time, String tag, String unit, String rest) {
    static Prefix none(String rest) {
      return new Prefix(Optional.empty(), Fact.UNKNOWN_TIME, "", "", rest);
    }

    static Prefix of(Stamp stamp, String tag, String rest) {
      return new Prefix(Optional.of(stamp), Fact.UNKNOWN_TIME, tag, "", rest);
    }
  }

  /** What the program wrote. */
  private record Body(Optional<Stamp> stamp, String message) {}

  LogLine read(String line) {
    Prefix prefix = prefix(line);
    Body body = body(prefix.rest);
    return new LogLine(
        time(prefix, body.stamp), prefix.tag, prefix.unit, body.message, prefix.rest);
  }

  /** The program's own time is the best one if it says its zone. */
  private Instant time(Prefix prefix, Optional<Stamp> inner) {
    if (inner.isPresent() && inner.get().zoned()) {
      Instant exact = clock.utc(inner.get());
      prefix.stamp.filter(stamp -> !stamp.zoned()).ifPresent(stamp -> clock.learn(stamp, exact));
      return exact;
    }
    if (!prefix.time.equals(Fact.UNKNOWN_TIME)) {
      return prefix.time;
    }
    Optional<Stamp> best = prefix.stamp.filter(Stamp::zoned).or(() -> inner).or(() -> prefix.stamp);
    return best.map(clock::utc).orElse(Fact.UNKNOWN_TIME);
  }

  private Prefix prefix(String line) {
    if (line.startsWith("{")) {
      return json(line);
    }
    int at = line.startsWith("<") ? priority(line) : 0;
    if (line.startsWith("1 ", at) && Stamp.iso(line, at + 2).isPresent()) {
      return rfc5424(line, Stamp.iso(line, at + 2).get());
    }
    Optional<Stamp> syslog = Stamp.syslog(line, at);
    if (syslog.isPresent()) {
      return host(line, syslog.get(), true);
    }
    Optional<Stamp> iso = Stamp.iso(line, at);
    if (iso.isPresent()) {
      return container(line, iso.get());
    }
    return line.startsWith("[") ? kernel(line) : Prefix.none(line);
  }

  private static int priority(String line) {
    int end = line.indexOf('>');
    return end > 0 && end <= 4 ? end + 1 : 0;
  }

  /** {@code 1 TIME HOST APP PID MSGID [DATA] text}. */
  private static Prefix rfc5424(String line, Stamp stamp) {
    String[] words = line.substring(stamp.end()).stripLeading().split(" ", 5);
    if (words.length < 5) {
      return Prefix.of(stamp, "", line.substring(stamp.end()).strip());
    }
    String rest = words[4];
    int data = rest.startsWith("[") ? rest.indexOf("] ") : rest.startsWith("- ") ? 0 : -2;
    return Prefix.of(stamp, words[1], data < -1 ? rest : rest.substring(data + 2));
  }

  /** {@code TIME stdout F text}, or else as the journal writes it. */
  private static Prefix container(String line, Stamp stamp) {
    int at = stamp.end();
    boolean stream = line.startsWith(" stdout ", at) || line.startsWith(" stderr ", at);
    if (stream && line.length() > at + 9 && line.charAt(at + 9) == ' ') {
      return Prefix.of(stamp, "", line.substring(at + 10));
    }
    return host(line, stamp, false);
  }

  /** {@code TIME HOST TAG[PID]: text}. */
  private static Prefix host(String line, Stamp stamp, boolean always) {
    int host = Math.min(stamp.end() + 1, line.length());
    int tag = line.indexOf(' ', host) + 1;
    int colon = tag > 0 ? line.indexOf(':', tag) : -1;
    int space = tag > 0 ? line.indexOf(' ', tag) : -1;
    boolean tagged = colon > 0 && (space < 0 ? colon == line.length() - 1 : space == colon + 1);
    if (!tagged) {
      return Prefix.of(stamp, "", line.substring(always && tag > 0 ? tag : host));
    }
    int bracket = line.indexOf('[', tag);
    int tagEnd = bracket > 0 && bracket < colon ? bracket : colon;
    String rest = line.substring(Math.min(colon + 2, line.length()));
    String name = line.substring(tag, tagEnd);
    return Prefix.of(stamp, name, name.equals("kernel") ? withoutUptime(rest) : rest);
  }

  /** {@code [ 12.345678] text}, or {@code [Mon Nov 23 05:52:22 2026] text}. */
  private static Prefix kernel(String line) {
    Optional<Stamp> stamp = Stamp.dmesg(line, 5).filter(found -> line.startsWith("]", found.end()));
    String rest = withoutUptime(line);
    if (stamp.isPresent()) {
      return Prefix.of(stamp.get(), "kernel", rest);
    }
    return rest.equals(line)
        ? Prefix.none(line)
        : new Prefix(Optional.empty(), Fact.UNKNOWN_TIME, "kernel", "", rest);
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

  private Prefix json(String line) {
    Map<String, String> members = JsonLine.read(line);
    if (members.containsKey("MESSAGE")) {
      String tag = members.getOrDefault("SYSLOG_IDENTIFIER", members.getOrDefault("_COMM", ""));
      String unit = members.getOrDefault("UNIT", members.getOrDefault("_SYSTEMD_UNIT", ""));
      Instant time = microseconds(members.getOrDefault("__REALTIME_TIMESTAMP", ""));
      return new Prefix(Optional.empty(), time, tag, unit, members.get("MESSAGE"));
    }
    if (members.containsKey("log") && members.containsKey("stream")) {
      return new Prefix(
          Stamp.iso(members.getOrDefault("time", ""), 0),
          Fact.UNKNOWN_TIME,
          "",
          "",
          members.get("log").stripTrailing());
    }
    return Prefix.none(line);
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

  private static Body body(String rest) {
    if (rest.startsWith("time=")) {
      return logrus(rest);
    }
    if (rest.startsWith("{")) {
      return zap(rest);
    }
    if (rest.length() > 20 && "IWEF".indexOf(rest.charAt(0)) >= 0) {
      Optional<Stamp> stamp = Stamp.klog(rest, 1);
      if (stamp.isPresent()) {
        return klog(rest, stamp);
      }
    }
    Optional<Stamp> slashes = Stamp.slashes(rest, 0);
    return slashes
        .map(stamp -> new Body(slashes, rest.substring(Math.min(stamp.end() + 1, rest.length()))))
        .orElseGet(() -> new Body(Optional.empty(), rest));
  }

  /** {@code time="…" level=info msg="…" key=value}. */
  private static Body logrus(String rest) {
    Optional<Stamp> stamp = Stamp.iso(rest, rest.startsWith("\"", 5) ? 6 : 5);
    int start = rest.indexOf(" msg=") + 5;
    return new Body(stamp, start < 5 ? rest : unquoted(rest, start));
  }

  /** {@code I1123 05:53:11.279738 54 file.go:237] "Message" key="value"}. */
  private static Body klog(String rest, Optional<Stamp> stamp) {
    int start = rest.indexOf("] ") + 2;
    return new Body(stamp, start < 2 ? rest : unquoted(rest, start));
  }

  /** A quoted string and what follows; a text that is not quoted has no escapes either. */
  private static String unquoted(String text, int start) {
    if (!text.startsWith("\"", start)) {
      return text.substring(start);
    }
    int end = Quoting.end(text, start);
    return Quoting.undo(text, start + 1, end)
        + Quoting.undo(text, Math.min(end + 1, text.length()), text.length());
  }

  /** {@code {"level":"warn","ts":"…","caller":"…","msg":"…","key":"value"}}. */
  private static Body zap(String rest) {
    Map<String, String> members = JsonLine.read(rest);
    if (!members.containsKey("msg")) {
      return new Body(Optional.empty(), rest);
    }
    StringBuilder message = new StringBuilder(members.get("msg"));
    members.forEach(
        (name, value) -> {
          if (!ZAP_HEADER.contains(name)) {
            message.append(' ').append(name).append("=\"").append(value).append('"');
          }
        });
    return new Body(Stamp.iso(members.getOrDefault("ts", ""), 0), message.toString());
  }
}
