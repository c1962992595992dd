package io.kwhy.fact.names;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * A pod asked for a name outside, and what it met belongs to that name with a search domain behind
 * it, which its node handed down.
 *
 * @param node of the pod
 * @param file of the host that has the domain
 * @param asked the name as the pod has it
 * @param how in a few words, as the end of a sentence
 * @param shown whether the name with the domain behind it was seen; else it is what is left: the
 *     name itself is resolved for the node
 * @param said the words that show it
 */
public record SearchCapture(
    String node,
    String file,
    String domain,
    String namespace,
    String pod,
    String asked,
    String how,
    boolean shown,
    String said,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "pod " + namespace + "/" + pod + ": " + said;
  }
}
