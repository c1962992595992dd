package io.kwhy.inference;

/**
 * A stage on a host's way to something; each needs the ones before it, in the order of the enum.
 */
public sealed interface Stage permits AgentStage, RegistrationStage, ServerStage {
  /** Where the way leads, in a word: {@code joining}. */
  String way();

  /** What is achieved at this stage: {@code the token}. */
  String text();

  /** Its place on the way, from 0. */
  int ordinal();

  /** The whole way, in order. */
  Stage[] wholeWay();
}
