package io.kwhy.fact.names;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.util.List;

/**
 * A pod asked for a name of the cluster and was told that there is none.
 *
 * @param asked the name as the pod has it
 * @param targetNamespace namespace that the name means
 * @param service Service that the name means
 * @param why {@code no-namespace}, {@code no-service}, {@code no-endpoints} of a headless Service,
 *     {@code other-domain} than the cluster's, {@code external-name} that leads outside, {@code
 *     node} where it is a node's name, or {@code exists}
 * @param nearest names that would have led somewhere, likest first
 * @param kind kind of what the pod belongs to: deployment …, or pod
 * @param owner its name
 * @param said the pod's own words
 */
public record NameNotFound(
    String namespace,
    String pod,
    String asked,
    String targetNamespace,
    String service,
    String why,
    List<String> nearest,
    String kind,
    String owner,
    String said,
    Origin origin)
    implements Fact {
  public NameNotFound {
    nearest = List.copyOf(nearest);
  }

  @Override
  public String text() {
    return "pod " + namespace + "/" + pod + ": " + said;
  }
}
