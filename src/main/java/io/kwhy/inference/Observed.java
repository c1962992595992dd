package io.kwhy.inference;

import io.kwhy.fact.Fact;

/** The fact is where a symptom shows itself. */
public record Observed(Symptom symptom, Fact fact) {}
