package io.kwhy.fact.log;

import java.util.List;
import java.util.Objects;

/**
 * What a log message means: an entry of {@code rules/signals}.
 *
 * @param id kebab-case
 * @param units units or containers in whose logs it counts: {@code k3s} (server), {@code
 *     k3s-agent}, {@code containerd}, {@code coredns} …; empty means all
 * @param text has a group {@code subject} where the message says whom it is about and named groups
 *     for what else matters
 * @param over ids of the signals that, seen later for the same subject, show that it is over, and
 *     {@link #SILENCE}
 * @param role what else the scanner makes of it
 * @param source where the wording is from: a link
 */
public record Signal(
    String id, List<String> units, MessageText text, List<String> over, Role role, String source) {
  /**
   * Among what ends a signal: that k3s, having come up, went on for ten minutes and did not say it
   * again.
   */
  public static final String SILENCE = "silence";

  /** What else the scanner makes of a signal. */
  public enum Role {
    /** A message like any other. */
    MESSAGE,
    /** The unit starts. */
    START,
    /** The unit has come up. */
    UP,
    /** The unit's run ended by itself, not because someone stopped it. */
    FAILURE,
    /** Someone stops the unit while it runs. */
    STOPPING,
    /** The unit's process ended without an error. */
    EXITED,
    /** The unit is down. */
    STOPPED,
    /** The unit tells what it starts a program with; the groups are arguments. */
    ARGUMENTS
  }

  public Signal {
    Objects.requireNonNull(id);
    units = List.copyOf(units);
    Objects.requireNonNull(text);
    over = List.copyOf(over);
    Objects.requireNonNull(role);
    Objects.requireNonNull(source);
  }
}
