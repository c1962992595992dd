package io.kwhy.fact;

/**
 * The source was read in full: what is not among the facts was really not there.
 *
 * @param source id in the table of sources, e.g. {@code node-password-file}; {@code host} for the
 *     host as a whole
 * @param node name of the host in the bundle; {@code ""} for what belongs to the cluster
 */
public record Captured(String source, String node, Origin origin) implements Fact {
  @Override
  public String text() {
    return source + (node.isEmpty() ? "" : " of " + node) + " was read in full";
  }
}
