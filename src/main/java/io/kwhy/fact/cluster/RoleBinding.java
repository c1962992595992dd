package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * A RoleBinding or ClusterRoleBinding.
 *
 * @param kind in lower case: rolebinding, clusterrolebinding
 * @param roleKind in lower case: role, clusterrole
 * @param subjects how many it has
 */
public record RoleBinding(
    String kind,
    String namespace,
    String name,
    String roleKind,
    String roleName,
    int subjects,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return kind
        + " "
        + (namespace.isEmpty() ? "" : namespace + "/")
        + name
        + " to "
        + roleKind
        + " "
        + roleName;
  }
}
