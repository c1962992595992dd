package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.util.List;

/**
 * What a Role or ClusterRole allows.
 *
 * @param kind in lower case: role, clusterrole
 * @param names resourceNames; empty for all
 * @param urls nonResourceURLs
 */
public record RoleRule(
    String kind,
    String namespace,
    String role,
    List<String> groups,
    List<String> resources,
    List<String> verbs,
    List<String> names,
    List<String> urls,
    Origin origin)
    implements Fact {
  public RoleRule {
    groups = List.copyOf(groups);
    resources = List.copyOf(resources);
    verbs = List.copyOf(verbs);
    names = List.copyOf(names);
    urls = List.copyOf(urls);
  }

  /** Whether it allows the verb on all objects of that resource. */
  public boolean allows(String verb, String group, String resource) {
    return names.isEmpty()
        && has(verbs, verb)
        && has(groups, group)
        && (has(resources, resource)
            || resources.contains("*" + resource.substring(Math.max(0, resource.indexOf('/')))));
  }

  private static boolean has(List<String> words, String word) {
    return words.contains("*") || words.contains(word);
  }

  @Override
  public String text() {
    return kind
        + " "
        + (namespace.isEmpty() ? "" : namespace + "/")
        + role
        + " allows "
        + String.join(",", verbs)
        + " on "
        + String.join(",", resources.isEmpty() ? urls : resources);
  }
}
