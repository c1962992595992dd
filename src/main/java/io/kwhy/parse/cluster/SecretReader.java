package io.kwhy.parse.cluster;

import io.kwhy.fact.cluster.SecretMetadata;
import io.kwhy.parse.Facts;
import java.io.IOException;

/**
 * A Secret without what it holds: {@code data}, {@code stringData} and the annotations, where
 * {@code kubectl apply} leaves a copy, are passed over token by token and never become a string.
 */
final class SecretReader extends ObjectReader {
  private String type = "";

  SecretReader(JsonCursor json) {
    super(json);
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
  }
}
