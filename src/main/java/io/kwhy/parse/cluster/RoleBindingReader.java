package io.kwhy.parse.cluster;

import io.kwhy.fact.cluster.RoleBinding;
import io.kwhy.fact.cluster.RoleSubject;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.FieldReader;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** A RoleBinding or ClusterRoleBinding and whom it is for. */
final class RoleBindingReader extends ObjectReader {
  private final String kind;
  private final Reference role = new Reference(json);
  private List<Bound> subjects = List.of();
  private int line;

  RoleBindingReader(JsonCursor json, String kind) {
    super(json);
    this.kind = kind;
  }

  @Override
  void section(String name) throws IOException {
    switch (name) {
      case "roleRef" -> {
        line = json.line();
        json.fields(role);
      }
      case "subjects" -> subjects = json.objects(Bound::new);
      default -> {}
    }
  }

  @Override
  void tell(Facts facts) {
    String roleKind = role.kind.toLowerCase(Locale.ROOT);
    facts.add(
        new RoleBinding(
            kind,
            meta.namespace,
            meta.name,
            roleKind,
            role.name,
            subjects.size(),
            facts.at(line == 0 ? meta.line : line)));
    for (Bound each : subjects) {
      facts.add(
          new RoleSubject(
              kind,
              meta.namespace,
              meta.name,
              roleKind,
              role.name,
              each.who.kind,
              each.who.namespace,
              each.who.name,
              facts.at(each.line)));
    }
  }

  private final class Bound implements FieldReader {
    private final int line = json.line();
    private final Reference who = new Reference(json);

    @Override
    public void field(String name) throws IOException {
      who.field(name);
    }
  }
}
