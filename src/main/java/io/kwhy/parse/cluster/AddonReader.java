package io.kwhy.parse.cluster;

import io.kwhy.fact.cluster.Addon;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;

/** An Addon of k3s's deploy controller. */
final class AddonReader extends ObjectReader {
  private String source = "";
  private String checksum = "";

  AddonReader(JsonCursor json) {
    super(json);
  }

  @Override
  void section(String name) throws IOException {
    if (name.equals("spec")) {
      json.fields(
          field -> {
            switch (field) {
              case "source" -> source = json.word();
              case "checksum" -> checksum = json.word();
              default -> {}
            }
          });
    }
  }

  @Override
  void tell(Facts facts) {
    facts.add(
        new Addon(
            meta.namespace,
            meta.name,
            source,
            checksum,
            meta.created,
            meta.deleting,
            facts.at(meta.line)));
  }
}
