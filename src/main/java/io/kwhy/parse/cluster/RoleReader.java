package io.kwhy.parse.cluster;

import io.kwhy.fact.cluster.Role;
import io.kwhy.fact.cluster.RoleRule;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.FieldReader;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;
import java.util.List;

/** A Role or ClusterRole and what it allows. */
final class RoleReader extends ObjectReader {
  private final String kind;
  private boolean aggregated;
  private List<Rule> rules = List.of();
  private int line;

  RoleReader(JsonCursor json, String kind) {
    super(json);
    this.kind = kind;
  }

  @Override
  void section(String name) throws IOException {
    switch (name) {
      case "aggregationRule" -> aggregated = !json.atNull();
      case "rules" -> {
        line = json.line();
        rules = json.objects(Rule::new);
      }
      default -> {}
    }
  }

  @Override
  void tell(Facts facts) {
    facts.add(
        new Role(
            kind,
            meta.namespace,
            meta.name,
            aggregated,
            rules.size(),
            facts.at(line == 0 ? meta.line : line)));
    rules.forEach(rule -> rule.tell(facts));
  }

  private final class Rule implements FieldReader {
    private final int line = json.line();
    private List<String> groups = List.of();
    private List<String> resources = List.of();
    private List<String> verbs = List.of();
    private List<String> names = List.of();
    private List<String> urls = List.of();

    @Override
    public void field(String name) throws IOException {
      switch (name) {
        case "apiGroups" -> groups = json.allWords();
        case "resources" -> resources = json.words();
        case "verbs" -> verbs = json.words();
        case "resourceNames" -> names = json.words();
        case "nonResourceURLs" -> urls = json.words();
        default -> {}
      }
    }

    private void tell(Facts facts) {
      facts.add(
          new RoleRule(
              kind,
              meta.namespace,
              meta.name,
              groups,
              resources,
              verbs,
              names,
              urls,
              facts.at(line)));
    }
  }
}
