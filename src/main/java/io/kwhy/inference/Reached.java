package io.kwhy.inference;

import java.time.Instant;

/**
 * When the subject had passed a stage on its way.
 *
 * @param time UTC
 */
public record Reached(Subject subject, Stage stage, Instant time) {}
