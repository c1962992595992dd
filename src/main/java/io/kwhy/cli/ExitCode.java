package io.kwhy.cli;

import io.kwhy.diagnosis.Diagnosis;

/** How the program ends. "Found something" is never confused with "could not look". */
enum ExitCode {
  /** Nothing wrong was found. */
  NOTHING_FOUND(0),
  /** Causes were found, at or above {@code --fail-on}. */
  CAUSES_FOUND(1),
  /** The command line was wrong. */
  WRONG_USAGE(2),
  /** Nothing could be looked at: an unreadable bundle, broken rules. */
  COULD_NOT_LOOK(3),
  /** There are symptoms that no known cause explains, and no cause that counts. */
  UNEXPLAINED(4);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static ExitCode of(Diagnosis.Verdict verdict) {
    return switch (verdict) {
      case HEALTHY -> NOTHING_FOUND;
      case CAUSES_FOUND -> CAUSES_FOUND;
      case UNEXPLAINED -> UNEXPLAINED;
      case COULD_NOT_LOOK -> COULD_NOT_LOOK;
    };
  }
}
