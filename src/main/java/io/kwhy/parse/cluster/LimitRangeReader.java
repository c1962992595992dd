package io.kwhy.parse.cluster;

import io.kwhy.fact.cluster.LimitRangeItem;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.FieldReader;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A LimitRange: a fact for each resource of each type. */
final class LimitRangeReader extends ObjectReader {
  private List<Limit> limits = List.of();

  LimitRangeReader(JsonCursor json) {
    super(json);
  }

  @Override
  void section(String name) throws IOException {
    if (name.equals("spec")) {
      json.fields(
          field -> {
            if (field.equals("limits")) {
              limits = json.objects(Limit::new);
            }
          });
    }
  }

  @Override
  void tell(Facts facts) {
    limits.forEach(each -> each.tell(facts));
  }

  private final class Limit implements FieldReader {
    private final int line = json.line();
    private String type = "";
    private SortedMap<String, String> min = new TreeMap<>();
    private SortedMap<String, String> max = new TreeMap<>();
    private SortedMap<String, String> limit = new TreeMap<>();
    private SortedMap<String, String> request = new TreeMap<>();

    @Override
    public void field(String name) throws IOException {
      switch (name) {
        case "type" -> type = json.word();
        case "min" -> min = json.map();
        case "max" -> max = json.map();
        case "default" -> limit = json.map();
        case "defaultRequest" -> request = json.map();
        default -> {}
      }
    }

    private void tell(Facts facts) {
      Set<String> resources = new TreeSet<>(min.keySet());
      resources.addAll(max.keySet());
      resources.addAll(limit.keySet());
      resources.addAll(request.keySet());
      for (String resource : resources) {
        facts.add(
            new LimitRangeItem(
                meta.namespace,
                meta.name,
                type,
                resource,
                min.getOrDefault(resource, ""),
                max.getOrDefault(resource, ""),
                limit.getOrDefault(resource, ""),
                request.getOrDefault(resource, ""),
                facts.at(line)));
      }
    }
  }
}
