package io.kwhy.parse.cluster;

import io.kwhy.fact.cluster.ConfigMap;
import io.kwhy.fact.cluster.ConfigText;
import io.kwhy.parse.Facts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A ConfigMap: its keys, and of CoreDNS's configuration what they hold. */
final class ConfigMapReader extends ObjectReader {
  private final List<Entry> entries = new ArrayList<>();

  private record Entry(String key, String content, int line) {}

  ConfigMapReader(JsonCursor json) {
    super(json);
  }

  @Override
  void section(String name) throws IOException {
    switch (name) {
      case "data" -> json.fields(key -> entries.add(new Entry(key, json.text(), json.line())));
      case "binaryData" -> json.fields(key -> entries.add(new Entry(key, "", json.line())));
      default -> {}
    }
  }

  @Override
  void tell(Facts facts) {
    facts.add(
        new ConfigMap(
            meta.namespace,
            meta.name,
            entries.stream().map(Entry::key).sorted().toList(),
            meta.created,
            facts.at(meta.line)));
    if (meta.namespace.equals("kube-system")
        && (meta.name.equals("coredns") || meta.name.equals("coredns-custom"))) {
      for (Entry entry : entries) {
        facts.add(
            new ConfigText(
                meta.namespace, meta.name, entry.key, entry.content, facts.at(entry.line)));
      }
    }
  }
}
