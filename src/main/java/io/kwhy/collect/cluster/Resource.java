package io.kwhy.collect.cluster;

import io.kwhy.bundle.Capture;
import io.kwhy.bundle.Source;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A kind of object that is read.
 *
 * @param name plural, as in paths
 * @param group {@code ""} for the core
 */
record Resource(Source source, String name, String group) {
  private static final Set<String> WITHOUT_NAMESPACE =
      Set.of(
          "nodes",
          "namespaces",
          "clusterroles",
          "clusterrolebindings",
          "persistentvolumes",
          "storageclasses",
          "ingressclasses",
          "validatingwebhookconfigurations",
          "mutatingwebhookconfigurations",
          "apiservices",
          "certificatesigningrequests",
          "customresourcedefinitions");

  /** Where another version than v1 is the one that everybody has. */
  private static final Map<String, String> VERSIONS = Map.of("autoscaling", "v2");

  /** All that the table of sources wants, in its order. */
  static List<Resource> all() {
    return Stream.of(Source.values())
        .filter(source -> source.capture() instanceof Capture.ApiList)
        .map(Resource::of)
        .toList();
  }

  /** What a source of lists is. */
  static Resource of(Source source) {
    String resource = ((Capture.ApiList) source.capture()).resource();
    int dot = resource.indexOf('.');
    return dot < 0
        ? new Resource(source, resource, "")
        : new Resource(source, resource.substring(0, dot), resource.substring(dot + 1));
  }

  boolean namespaced() {
    return !WITHOUT_NAMESPACE.contains(name);
  }

  /**
   * @param served versions of each group; empty where the API would not say
   * @param namespace {@code ""} for all
   */
  String path(Map<String, List<String>> served, String namespace) {
    String base = group.isEmpty() ? "/api/v1/" : "/apis/" + group + "/" + version(served) + "/";
    return base + (namespace.isEmpty() ? "" : "namespaces/" + namespace + "/") + name;
  }

  private String version(Map<String, List<String>> served) {
    String usual = VERSIONS.getOrDefault(group, "v1");
    List<String> known = served.getOrDefault(group, List.of());
    return known.isEmpty() || known.contains(usual) ? usual : known.get(0);
  }

  /** As a role would name it. */
  String text() {
    return group.isEmpty() ? name : name + "." + group;
  }
}
