package io.kwhy.fact.workload;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * A container whose last words are that it gets no connection to a Service, or that it waits for
 * one.
 *
 * @param namespace of the Service
 * @param clientNamespace of the pod
 * @param client pod that says so
 * @param said its words
 */
public record MissedService(
    String namespace,
    String service,
    String clientNamespace,
    String client,
    String said,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "pod " + clientNamespace + "/" + client + ": " + said;
  }
}
