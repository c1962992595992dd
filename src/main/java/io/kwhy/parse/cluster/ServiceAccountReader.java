package io.kwhy.parse.cluster;

import io.kwhy.fact.cluster.ServiceAccount;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;
import java.util.List;

/** A ServiceAccount. */
final class ServiceAccountReader extends ObjectReader {
  private List<Reference> secrets = List.of();

  ServiceAccountReader(JsonCursor json) {
    super(json);
  }

  @Override
  void section(String name) throws IOException {
    if (name.equals("imagePullSecrets")) {
      secrets = json.objects(() -> new Reference(json));
    }
  }

  @Override
  void tell(Facts facts) {
    facts.add(
        new ServiceAccount(
            meta.namespace,
            meta.name,
            secrets.stream().map(secret -> secret.name).toList(),
            meta.created,
            facts.at(meta.line)));
  }
}
