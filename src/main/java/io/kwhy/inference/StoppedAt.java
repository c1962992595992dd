package io.kwhy.inference;

/** On its way the subject passed all stages before this one, and not this one. */
public record StoppedAt(Subject subject, Stage stage) {}
