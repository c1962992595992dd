package io.kwhy.inference;

/** The finding brings about the effect: a symptom, or a finding further down the chain. */
public record Explains(Finding finding, Effect effect) {}
