package io.kwhy.inference;

/** A cause holds here. Identity is just these two, so that two matches are one finding. */
public record Finding(String cause, Subject subject) implements Effect {
  @Override
  public String id() {
    return cause;
  }
}
