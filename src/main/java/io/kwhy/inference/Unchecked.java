package io.kwhy.inference;

import java.util.Objects;

/**
 * The cause could hold, but the evidence that would tell was not captured.
 *
 * @param source id of the missing source in the table of sources
 * @param node host on which it would have to be captured; {@code ""} for the cluster
 */
public record Unchecked(String cause, Subject subject, String source, String node) {
  public Unchecked {
    Objects.requireNonNull(cause);
    Objects.requireNonNull(subject);
    Objects.requireNonNull(source);
    Objects.requireNonNull(node);
  }
}
