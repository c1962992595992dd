package io.kwhy.parse.cluster;

import io.kwhy.fact.Origin;
import io.kwhy.fact.cluster.PodDnsConfig;
import io.kwhy.parse.json.FieldReader;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code spec.dnsConfig} of a pod. */
final class DnsConfigReader implements FieldReader {
  private final JsonCursor json;
  private final List<String> nameservers = new ArrayList<>();
  private final List<String> searches = new ArrayList<>();
  private List<Option> options = List.of();

  /** Line of its first field; 0 where the pod has none. */
  int line;

  DnsConfigReader(JsonCursor json) {
    this.json = json;
  }

  @Override
  public void field(String name) throws IOException {
    line = line == 0 ? json.line() : line;
    switch (name) {
      case "nameservers" -> json.elements(() -> nameservers.add(json.word()));
      case "searches" -> json.elements(() -> searches.add(json.word()));
      case "options" -> options = json.objects(Option::new);
      default -> {}
    }
  }

  PodDnsConfig told(ObjectMeta meta, Origin origin) {
    return new PodDnsConfig(
        meta.namespace,
        meta.name,
        nameservers,
        searches,
        options.stream().map(Option::asInResolvConf).toList(),
        origin);
  }

  private final class Option implements FieldReader {
    private String name = "";
    private String value = "";

    @Override
    public void field(String field) throws IOException {
      switch (field) {
        case "name" -> name = json.word();
        case "value" -> value = json.word();
        default -> {}
      }
    }

    private String asInResolvConf() {
      return value.isEmpty() ? name : name + ":" + value;
    }
  }
}
