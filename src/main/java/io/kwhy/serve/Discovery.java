package io.kwhy.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the API says of itself, in the old form and in one piece. */
final class Discovery {
  private static final List<String> VERBS = List.of("get", "list", "watch");

  private final Objects objects;

  Discovery(Objects objects) {
    this.objects = objects;
  }

  /** What {@code kubectl get all} gets. */
  private static final Set<String> ALL =
      Set.of(
          "pods",
          "services",
          "deployments",
          "daemonsets",
          "statefulsets",
          "replicasets",
          "jobs",
          "cronjobs",
          "horizontalpodautoscalers");

  private static List<String> categories(Kind kind) {
    return ALL.contains(kind.plural()) ? List.of("all") : List.of();
  }

  private Map<String, List<Kind>> groups() {
    Map<String, List<Kind>> groups = new TreeMap<>();
    for (Kind kind : objects.kinds()) {
      groups.computeIfAbsent(kind.group(), key -> new ArrayList<>()).add(kind);
    }
    return groups;
  }

  private String version(List<Kind> kinds) {
    return kinds.stream()
        .filter(kind -> !objects.of(kind).isEmpty())
        .findFirst()
        .map(objects::version)
        .orElse(kinds.get(0).usualVersion());
  }

  /** {@code /apis}. */
  Object groupList() {
    List<Object> all = new ArrayList<>();
    groups().forEach((group, kinds) -> addGroup(all, group, kinds));
    return Tree.object("kind", "APIGroupList", "apiVersion", "v1", "groups", all);
  }

  private void addGroup(List<Object> all, String group, List<Kind> kinds) {
    if (!group.isEmpty()) {
      String version = version(kinds);
      Object served = Tree.object("groupVersion", group + "/" + version, "version", version);
      all.add(Tree.object("name", group, "versions", List.of(served), "preferredVersion", served));
    }
  }

  /** {@code /api}. */
  static Object coreVersions() {
    return Tree.object(
        "kind", "APIVersions", "versions", List.of("v1"), "serverAddressByClientCIDRs", List.of());
  }

  /** {@code /api/v1} or {@code /apis/GROUP/VERSION}; nothing where the version is another one. */
  List<Object> resources(String group, String version) {
    List<Kind> kinds = groups().getOrDefault(group, List.of());
    if (kinds.isEmpty() || !version(kinds).equals(version)) {
      return List.of();
    }
    List<Object> resources = new ArrayList<>();
    for (Kind kind : kinds) {
      resources.add(
          Tree.object(
              "name", kind.plural(),
              "singularName", kind.name().toLowerCase(Locale.ROOT),
              "namespaced", kind.namespaced(),
              "kind", kind.name(),
              "verbs", VERBS,
              "shortNames", kind.shortNames(),
              "categories", categories(kind)));
      if (kind.plural().equals("pods")) {
        resources.add(
            Tree.object(
                "name",
                "pods/log",
                "singularName",
                "",
                "namespaced",
                true,
                "kind",
                "Pod",
                "verbs",
                List.of("get")));
      }
    }
    return resources;
  }

  /** The list of resources as the API wraps it. */
  static Object resourceList(String groupVersion, List<Object> resources) {
    return Tree.object(
        "kind",
        "APIResourceList",
        "apiVersion",
        "v1",
        "groupVersion",
        groupVersion,
        "resources",
        resources);
  }

  /**
   * All in one piece, as newer clients ask for it.
   *
   * @param core whether the core is asked for, else all other groups
   */
  Object aggregated(boolean core, String form) {
    List<Object> items = new ArrayList<>();
    groups()
        .forEach(
            (group, kinds) -> {
              if (group.isEmpty() == core) {
                items.add(aggregated(group, kinds));
              }
            });
    return Tree.object(
        "kind",
        "APIGroupDiscoveryList",
        "apiVersion",
        "apidiscovery.k8s.io/" + form,
        "metadata",
        Map.of(),
        "items",
        items);
  }

  private Object aggregated(String group, List<Kind> kinds) {
    String version = version(kinds);
    List<Object> resources = new ArrayList<>();
    for (Kind kind : kinds) {
      Object responds = Tree.object("group", group, "version", version, "kind", kind.name());
      Map<String, Object> resource =
          Tree.object(
              "resource", kind.plural(),
              "responseKind", responds,
              "scope", kind.namespaced() ? "Namespaced" : "Cluster",
              "singularResource", kind.name().toLowerCase(Locale.ROOT),
              "verbs", VERBS,
              "shortNames", kind.shortNames(),
              "categories", categories(kind));
      if (kind.plural().equals("pods")) {
        resource.put(
            "subresources",
            List.of(
                Tree.object(
                    "subresource", "log", "responseKind", responds, "verbs", List.of("get"))));
      }
      resources.add(resource);
    }
    return Tree.object(
        "metadata", Tree.object("name", group),
        "versions",
            List.of(
                Tree.object("version", version, "resources", resources, "freshness", "Current")));
  }
}
