package io.kwhy.inference;

import io.kwhy.fact.Fact;

/** The fact is a reason to believe the finding. */
public record Evidence(Finding finding, Fact fact, Weight weight) {}
