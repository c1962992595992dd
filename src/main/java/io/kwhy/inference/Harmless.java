package io.kwhy.inference;

import io.kwhy.fact.Fact;

/** Looks wrong, is not. */
public record Harmless(String id, Subject subject, Fact fact) {}
