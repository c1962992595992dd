package io.kwhy.inference;

import io.kwhy.fact.Fact;

/** The cause was looked for, and this fact shows that it does not hold. */
public record RuledOut(String cause, Subject subject, Fact fact) {}
