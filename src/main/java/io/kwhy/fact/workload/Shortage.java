package io.kwhy.fact.workload;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * A resource of which a waiting pod reserves more than any node has left.
 *
 * @param requested as text, e.g. {@code 12 cpu}
 * @param most what the node with the most of it has for pods in all
 * @param free what the node with the most of it left has left
 * @param node name of that node
 * @param fits whether any node, were it empty and there, would be large enough
 */
public record Shortage(
    String namespace,
    String pod,
    String resource,
    String requested,
    String most,
    String free,
    String node,
    boolean fits,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "Pod "
        + namespace
        + "/"
        + pod
        + " reserves "
        + requested
        + " of "
        + resource
        + "; the largest node has "
        + most
        + ", the most that is left is "
        + free
        + " on "
        + node;
  }
}
