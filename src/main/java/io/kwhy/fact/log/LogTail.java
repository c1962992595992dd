package io.kwhy.fact.log;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last telling line of a container's log.
 *
 * @param previous whether it is of the container before the current one
 * @param line blanked of secrets
 */
public record LogTail(
    String namespace, String pod, String container, boolean previous, String line, Origin origin)
    implements Fact {
  private static final Pattern PATH =
      Pattern.compile("(?:^|[\\s\"'`\\u2018(=])(/[^\\s\"'`\\u2019:,;)]+)");

  /** How programs and runtimes name the address that they may not listen at. */
  private static final Pattern DENIED_PORT =
      Pattern.compile(
          "(?:listen tcp[46]? \\S*:|bind\\(\\) to \\S*:|EACCES: permission denied,? \\S*:|make_sock: could not bind to address \\S*:|[Cc]annot bind to \\S*:)([0-9]{1,5})(?![0-9])");

  /** The port that it says cannot be listened on; 0 where it speaks of none. */
  public int deniedPort() {
    Matcher port = DENIED_PORT.matcher(line);
    return port.find() ? Integer.parseInt(port.group(1)) : 0;
  }

  /**
   * The first absolute path in it; {@code ""} where there is none. A shell puts its own before it:
   * {@code /bin/sh: can't create /data/log: Permission denied}.
   */
  public String path() {
    Matcher path = PATH.matcher(line);
    if (!path.find()) {
      return "";
    }
    String first = path.group(1);
    return path.start(1) == 0 && line.startsWith(": ", path.end(1)) && path.find()
        ? path.group(1)
        : first;
  }

  @Override
  public String text() {
    return line;
  }
}
