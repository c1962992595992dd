package io.kwhy.netfilter;

/** What becomes of a packet. */
public enum Verdict {
  ACCEPTED,
  DROPPED,
  REJECTED,
  UNDETERMINED
}
