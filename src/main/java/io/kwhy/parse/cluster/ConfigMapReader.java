package io.kwhy.parse.cluster;

import io.kwhy.fact.cluster.ConfigMap;
import io.kwhy.fact.cluster.ConfigText;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A ConfigMap by the names of its keys. What stands there is read of CoreDNS's own alone; that of
 * others is passed over and never becomes a string.
 */
final class ConfigMapReader extends ObjectReader {
  private static final Set<String> READ = Set.of("coredns", "coredns-custom");

  private final Set<String> keys = new TreeSet<>();
  private final List<Text> texts = new ArrayList<>();

  ConfigMapReader(JsonCursor json) {
    super(json);
  }

  private record Text(String key, String content, int line) {}

  @Override
  void section(String name) throws IOException {
    switch (name) {
      case "data" -> json.fields(this::text);
      case "binaryData" -> json.fields(keys::add);
      default -> {}
    }
  }

  /** The name of the object may come after its data, so the names of CoreDNS's keys decide. */
  private void text(String key) throws IOException {
    keys.add(key);
    if (isCoreDns(key)) {
      texts.add(new Text(key, json.text(), json.line()));
    }
  }

  private boolean isCoreDns(String key) {
    return key.equals("Corefile")
        || key.equals("NodeHosts")
        || key.endsWith(".server")
        || key.endsWith(".override");
  }

  private boolean isRead() {
    return meta.namespace.equals("kube-system") && READ.contains(meta.name);
  }

  @Override
  void tell(Facts facts) {
    facts.add(
        new ConfigMap(
            meta.namespace, meta.name, List.copyOf(keys), meta.created, facts.at(meta.line)));
    if (isRead()) {
      for (Text each : texts) {
        facts.add(
            new ConfigText(meta.namespace, meta.name, each.key, each.content, facts.at(each.line)));
      }
    }
  }
}
