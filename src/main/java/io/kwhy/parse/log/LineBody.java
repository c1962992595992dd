package io.kwhy.parse.log;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a program wrote: in the form of logrus, klog or zap, with a time between slashes as Go's own
 * log has it, or any text.
 *
 * @param stamp the program's own time
 * @param message what it says, its quoting undone
 */
record LineBody(Optional<Stamp> stamp, String message) {
  private static final Set<String> ZAP_HEADER = Set.of("level", "ts", "caller", "msg");

  /** What a program wrote into a line. */
  static LineBody of(String rest) {
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
        .map(
            stamp ->
                new LineBody(slashes, rest.substring(Math.min(stamp.end() + 1, rest.length()))))
        .orElseGet(() -> new LineBody(Optional.empty(), rest));
  }

  /** {@code time="…" level=info msg="…" key=value}. */
  private static LineBody logrus(String rest) {
    Optional<Stamp> stamp = Stamp.iso(rest, rest.startsWith("\"", 5) ? 6 : 5);
    int start = rest.indexOf(" msg=") + 5;
    return new LineBody(stamp, start < 5 ? rest : unquoted(rest, start));
  }

  /** {@code I1123 05:53:11.279738 54 file.go:237] "Message" key="value"}. */
  private static LineBody klog(String rest, Optional<Stamp> stamp) {
    int start = rest.indexOf("] ") + 2;
    return new LineBody(stamp, start < 2 ? rest : unquoted(rest, start));
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
  private static LineBody zap(String rest) {
    Map<String, String> members = JsonLine.read(rest);
    if (!members.containsKey("msg")) {
      return new LineBody(Optional.empty(), rest);
    }
    StringBuilder message = new StringBuilder(members.get("msg"));
    members.forEach(
        (name, value) -> {
          if (!ZAP_HEADER.contains(name)) {
            message.append(' ').append(name).append("=\"").append(value).append('"');
          }
        });
    return new LineBody(Stamp.iso(members.getOrDefault("ts", ""), 0), message.toString());
  }
}
