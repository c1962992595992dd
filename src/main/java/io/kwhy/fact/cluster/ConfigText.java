package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * What a key of a ConfigMap holds. Kept of CoreDNS's configuration only.
 *
 * @param content the text as it is
 */
public record ConfigText(String namespace, String name, String key, String content, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "ConfigMap " + namespace + "/" + name + ", key " + key;
  }
}
