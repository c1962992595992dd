package io.kwhy.parse.cluster;

import io.kwhy.fact.cluster.QuotaItem;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A ResourceQuota: a fact for each resource that it limits. */
final class QuotaReader extends ObjectReader {
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private final SortedMap<String, String> hard = new TreeMap<>();
  private SortedMap<String, String> used = new TreeMap<>();

  QuotaReader(JsonCursor json) {
    super(json);
  }

  @Override
  void section(String name) throws IOException {
    switch (name) {
      case "spec" -> json.fields(this::spec);
      case "status" -> json.fields(this::status);
      default -> {}
    }
  }

  private void spec(String name) throws IOException {
    if (name.equals("hard")) {
      json.fields(
          resource -> {
            hard.put(resource, json.scalar());
            lines.put(resource, json.line());
          });
    }
  }

  private void status(String name) throws IOException {
    if (name.equals("used")) {
      used = json.map();
    }
  }

  @Override
  void tell(Facts facts) {
    hard.forEach(
        (resource, amount) -> {
          String taken = used.getOrDefault(resource, "0");
          facts.add(
              new QuotaItem(
                  meta.namespace,
                  meta.name,
                  resource,
                  amount,
                  taken,
                  Quantity.millis(amount),
                  Quantity.millis(taken),
                  facts.at(lines.get(resource))));
        });
  }
}
