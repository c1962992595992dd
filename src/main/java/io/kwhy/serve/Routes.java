package io.kwhy.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.Entry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What the paths of the API lead to. */
final class Routes {
  /** Answers of one entry that is sent as it is, and is a line or a page long. */
  private static final int LONGEST_ENTRY = 1 << 20;

  private static final String NO_SCHEMAS =
      "a bundle has no schemas: nothing in it can be explained or applied";

  private final Bundle bundle;
  private final Objects objects;
  private final Discovery discovery;
  private final Lists lists;
  private final PodLogs logs;

  Routes(Bundle bundle) {
    this.bundle = bundle;
    this.objects = new Objects(bundle);
    this.discovery = new Discovery(objects);
    this.lists = new Lists(objects, new Tables(bundle.manifest().collectedAt()));
    this.logs = new PodLogs(bundle);
  }

  /** The answer to a request. */
  Answer answer(Query query, String accept) throws IOException {
    List<String> path = query.path();
    String first = path.isEmpty() ? "" : path.get(0);
    return switch (first) {
      case "" -> Answer.json(Tree.object("paths", List.of("/api", "/apis", "/version", "/readyz")));
      case "version" -> version();
      case "readyz", "livez", "healthz" -> {
        byte[] kept = bytes("cluster/readyz.txt");
        yield Answer.text(200, kept.length == 0 ? "ok".getBytes(StandardCharsets.UTF_8) : kept);
      }
      case "api" ->
          path.size() == 1 ? core(accept) : group("", path.subList(1, path.size()), query, accept);
      case "apis" ->
          path.size() == 1
              ? groups(accept)
              : group(path.get(1), path.subList(2, path.size()), query, accept);
      case "openapi" ->
          // The one refusal of which kubectl shows the words here, too.
          Answer.text(406, NO_SCHEMAS.getBytes(StandardCharsets.UTF_8));
      default -> Answer.notFound("the server could not find the requested resource");
    };
  }

  private Answer core(String accept) {
    return accept.contains("as=APIGroupDiscoveryList")
        ? aggregated(true, accept)
        : Answer.json(Discovery.coreVersions());
  }

  private Answer groups(String accept) {
    return accept.contains("as=APIGroupDiscoveryList")
        ? aggregated(false, accept)
        : Answer.json(discovery.groupList());
  }

  private Answer aggregated(boolean core, String accept) {
    String form = accept.contains("v=v2;") || accept.contains("v=v2,") ? "v2" : "v2beta1";
    return Answer.of(
        200,
        "application/json;g=apidiscovery.k8s.io;v=" + form + ";as=APIGroupDiscoveryList",
        Tree.write(discovery.aggregated(core, form)));
  }

  /** As the server gave it, or as kubectl tells it beside its own. */
  private Answer version() throws IOException {
    try {
      Object kept = Tree.read(new ByteArrayInputStream(bytes("cluster/version.json")));
      if (!Tree.text(kept, "gitVersion").isEmpty()) {
        return Answer.json(kept);
      }
      if (!Tree.text(kept, "serverVersion", "gitVersion").isEmpty()) {
        return Answer.json(Tree.map(kept, "serverVersion"));
      }
    } catch (JsonProcessingException e) {
      // The Nodes know it, too.
      return Answer.json(objects.version());
    }
    return Answer.json(objects.version());
  }

  /**
   * @param rest version, perhaps a namespace, resource, perhaps a name
   */
  private Answer group(String group, List<String> rest, Query query, String accept)
      throws IOException {
    if (rest.isEmpty()) {
      return Answer.notFound("the server could not find the requested resource");
    }
    String version = rest.get(0);
    if (rest.size() == 1) {
      List<Object> resources = discovery.resources(group, version);
      return resources.isEmpty()
          ? Answer.notFound("the server could not find the requested resource")
          : Answer.json(
              Discovery.resourceList(group.isEmpty() ? version : group + "/" + version, resources));
    }
    boolean within = rest.get(1).equals("namespaces") && rest.size() > 3;
    String namespace = within ? rest.get(2) : "";
    List<String> names = rest.subList(within ? 3 : 1, rest.size());
    if (within && names.size() == 3 && names.get(0).equals("pods") && names.get(2).equals("log")) {
      return logs.answer(namespace, names.get(1), query);
    }
    Optional<Kind> kind = objects.kind(group, names.get(0));
    if (kind.isEmpty() || names.size() > 2) {
      return Answer.notFound("the server could not find the requested resource");
    }
    String name = names.size() == 2 ? names.get(1) : "";
    return lists.answer(new Lists.Wanted(kind.get(), version, namespace, name), query, accept);
  }

  /** Of an entry, as far as it is of a usual size; none where there is no such entry. */
  private byte[] bytes(String path) throws IOException {
    for (Entry entry : bundle.entries()) {
      if (entry.path().equals(path)) {
        try (InputStream in = entry.open()) {
          return in.readNBytes(LONGEST_ENTRY);
        }
      }
    }
    return new byte[0];
  }
}
