package io.kwhy.reach.path;

/** How a packet ends. */
public enum Fate {
  ARRIVES("arrives"),
  /** Goes to a place outside the cluster. */
  LEAVES("leaves the cluster"),
  DROPPED("dropped"),
  REJECTED("rejected"),
  /** Comes to a host or a link where nobody takes it. */
  LOST("lost"),
  UNDETERMINED("not to be told");

  private final String word;

  Fate(String word) {
    this.word = word;
  }

  /** The word for it in reports. */
  public String word() {
    return word;
  }

  /** Whether the packet comes where it was sent to, or would if the world outside takes it. */
  public boolean well() {
    return this == ARRIVES || this == LEAVES;
  }
}
