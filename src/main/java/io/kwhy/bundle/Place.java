package io.kwhy.bundle;

/**
 * What an entry is, by where it lies.
 *
 * @param node host that it was captured on; {@code ""} for what belongs to the cluster
 */
public record Place(Source source, String node) {}
