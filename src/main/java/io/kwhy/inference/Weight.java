package io.kwhy.inference;

/** How much a piece of evidence says. */
public enum Weight {
  /** The mechanism itself was seen. */
  PROVES,
  /** Points this way; so may other things. */
  SUPPORTS
}
