package io.kwhy.parse.cluster;

import io.kwhy.fact.cluster.ContainerSecurity;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.FieldReader;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The securityContext of a pod or of a container. */
final class SecurityReader implements FieldReader {
  private final JsonCursor json;
  boolean readOnlyRoot;
  long user = -1;
  long group = -1;
  List<String> added = List.of();
  List<String> dropped = List.of();
  int line;

  SecurityReader(JsonCursor json) {
    this.json = json;
  }

  @Override
  public void field(String name) throws IOException {
    line = line == 0 ? json.line() : line;
    switch (name) {
      case "readOnlyRootFilesystem" -> readOnlyRoot = json.flag();
      case "runAsUser" -> user = number(user);
      case "fsGroup" -> group = number(group);
      case "capabilities" -> json.fields(this::capabilities);
      default -> {}
    }
  }

  private long number(long before) throws IOException {
    String text = json.scalar();
    return text.matches("[0-9]{1,10}") ? Long.parseLong(text) : before;
  }

  private void capabilities(String name) throws IOException {
    switch (name) {
      case "add" -> added = names();
      case "drop" -> dropped = names();
      default -> {}
    }
  }

  private List<String> names() throws IOException {
    return json.words().stream()
        .map(each -> each.toUpperCase(Locale.ROOT).replaceFirst("^CAP_", ""))
        .toList();
  }

  /** What a container may do to files and ports: its own context goes before the pod's. */
  void tell(
      ObjectMeta pod,
      String container,
      SecurityReader shared,
      List<MountReader> mounts,
      Facts facts) {
    if (line == 0 && shared.line == 0) {
      return;
    }
    facts.add(
        new ContainerSecurity(
            pod.namespace,
            pod.name,
            container,
            readOnlyRoot,
            user < 0 ? shared.user : user,
            shared.group,
            added,
            dropped,
            mounts.stream().filter(each -> !each.readOnly).map(each -> each.path).toList(),
            facts.at(line == 0 ? shared.line : line)));
  }
}
