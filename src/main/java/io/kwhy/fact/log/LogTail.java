package io.kwhy.fact.log;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * The last telling line of a container's log.
 *
 * @param previous whether it is of the container before the current one
 * @param line blanked of secrets
 */
public record LogTail(
    String namespace, String pod, String container, boolean previous, String line, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return line;
  }
}
