package io.kwhy.fact;

/**
 * The source was not read, or not in full: its absence proves nothing.
 *
 * @param source id in the table of sources; {@code host} for the host as a whole
 * @param node name of the host in the bundle; {@code ""} for what belongs to the cluster
 * @param reason why, in a few words
 */
public record NotCaptured(String source, String node, String reason, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return source + " was not captured" + (node.isEmpty() ? "" : " on " + node) + ": " + reason;
  }
}
