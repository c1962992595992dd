package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.util.List;

/**
 * A condition on the Node's labels that a pod's nodeSelector or required node affinity sets. Told
 * of pods whose details are told.
 *
 * @param term 0 for the nodeSelector, which must hold; from 1 the terms of the affinity, of which
 *     one must hold in full
 * @param operator In, NotIn, Exists, DoesNotExist, Gt, Lt
 * @param field whether it is about a field (metadata.name), not a label
 */
public record NodeRequirement(
    String namespace,
    String pod,
    int term,
    String key,
    String operator,
    List<String> values,
    boolean field,
    Origin origin)
    implements Fact {
  public NodeRequirement {
    values = List.copyOf(values);
  }

  /** In words: {@code accelerator=a100} or {@code zone in (a,b)}. */
  public String condition() {
    return term == 0
        ? key + "=" + String.join(",", values)
        : new Selector.Requirement(key, operator, values).toString();
  }

  @Override
  public String text() {
    return "Pod "
        + namespace
        + "/"
        + pod
        + (term == 0 ? " has nodeSelector " : " requires by node affinity ")
        + condition();
  }
}
