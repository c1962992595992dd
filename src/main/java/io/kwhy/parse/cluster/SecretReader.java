package io.kwhy.parse.cluster;

import io.kwhy.fact.cluster.HelmRelease;
import io.kwhy.fact.cluster.SecretMetadata;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;
import java.util.Collections;
import java.util.SortedMap;

/**
 * A Secret without what it holds: {@code data}, {@code stringData} and the annotations, where
 * {@code kubectl apply} leaves a copy, are passed over token by token and never become a string.
 */
final class SecretReader extends ObjectReader {
  /** Type of the Secrets that helm keeps its releases in. */
  private static final String RELEASE = "helm.sh/release.v1";

  private String type = "";
  private SortedMap<String, String> labels = Collections.emptySortedMap();

  SecretReader(JsonCursor json) {
    super(json);
  }

  @Override
  void labels() throws IOException {
    labels = json.map();
  }

  @Override
  void section(String name) throws IOException {
    if (name.equals("type")) {
      type = json.word();
    }
  }

  @Override
  void tell(Facts facts) {
    // k3s makes the Node own its node-password Secret without being its controller.
    Reference owner = meta.owner();
    facts.add(
        new SecretMetadata(
            meta.namespace,
            meta.name,
            type,
            owner.kind,
            owner.name,
            meta.created,
            facts.at(meta.line)));
    if (type.equals(RELEASE)) {
      facts.add(
          new HelmRelease(
              meta.namespace,
              labels.getOrDefault("name", ""),
              revision(labels.getOrDefault("version", "")),
              labels.getOrDefault("status", ""),
              meta.created,
              facts.at(meta.line)));
    }
  }

  private static int revision(String text) {
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
  }
}
