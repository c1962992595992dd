package io.kwhy.fact.names;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * CoreDNS, started with the Corefile as it is in the ConfigMap now, would turn it down.
 *
 * @param namespace of the ConfigMap
 * @param name of the ConfigMap
 * @param key of the ConfigMap: Corefile, or an imported file's name
 * @param fileLine line in the text of the key, from 1; 0 where it is the text as a whole
 * @param problem in words close to CoreDNS's own
 * @param quoted that line
 */
public record CorefileProblem(
    String namespace,
    String name,
    String key,
    int fileLine,
    String problem,
    String quoted,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return key + ":" + fileLine + ": " + quoted + "  (" + problem + ")";
  }
}
