package io.kwhy.parse.log;

import io.kwhy.fact.Fact;
import java.time.Instant;

/**
 * A line of a log, taken apart.
 *
 * @param time UTC; {@link Fact#UNKNOWN_TIME} where the line does not say
 * @param tag who wrote it according to the journal or syslog, e.g. {@code k3s}, {@code systemd},
 *     {@code kernel}
 * @param systemdUnit in a journal that says so, e.g. {@code k3s-agent.service}
 * @param message what the program said, its quoting undone; a structured message's further fields
 *     follow as they are
 * @param raw the line after the prefix of the log, with time and level of the program
 */
record LogLine(Instant time, String tag, String systemdUnit, String message, String raw) {
  boolean hasTime() {
    return !time.equals(Fact.UNKNOWN_TIME);
  }
}
