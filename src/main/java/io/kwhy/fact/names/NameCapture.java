package io.kwhy.fact.names;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * CoreDNS's configuration has something else answer a question than what is there for it: than
 * plugin kubernetes for a name of the cluster, or the servers outside for any other.
 *
 * @param name of the ConfigMap
 * @param key of the ConfigMap: Corefile, or an imported file's name
 * @param fileLine line in the text of the key, from 1
 * @param quoted that line
 * @param plugin what answers instead; {@code ""} where nothing does
 * @param how in a few words, as the end of a sentence
 * @param question the name that is asked for
 */
public record NameCapture(
    String namespace,
    String name,
    String key,
    int fileLine,
    String quoted,
    String plugin,
    String how,
    String question,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return key + ":" + fileLine + ": " + quoted + "  (" + question + " " + how + ")";
  }
}
