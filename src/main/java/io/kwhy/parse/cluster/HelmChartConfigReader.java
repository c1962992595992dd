package io.kwhy.parse.cluster;

import io.kwhy.fact.cluster.HelmChartConfig;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;

/** A HelmChartConfig without its values, which may hold secrets. */
final class HelmChartConfigReader extends ObjectReader {
  private String failurePolicy = "";

  HelmChartConfigReader(JsonCursor json) {
    super(json);
  }

  @Override
  void section(String name) throws IOException {
    if (name.equals("spec")) {
      json.fields(
          field -> {
            if (field.equals("failurePolicy")) {
              failurePolicy = json.word();
            }
          });
    }
  }

  @Override
  void tell(Facts facts) {
    facts.add(
        new HelmChartConfig(
            meta.namespace, meta.name, failurePolicy, meta.created, facts.at(meta.line)));
  }
}
