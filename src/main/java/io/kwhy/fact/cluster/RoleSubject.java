package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * Who has a role by a binding.
 *
 * @param bindingKind in lower case: rolebinding, clusterrolebinding
 * @param bindingNamespace where it holds; {@code ""} for everywhere
 * @param roleKind in lower case: role, clusterrole
 * @param kind ServiceAccount, User, Group
 * @param namespace of a ServiceAccount
 */
public record RoleSubject(
    String bindingKind,
    String bindingNamespace,
    String binding,
    String roleKind,
    String roleName,
    String kind,
    String namespace,
    String name,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return kind
        + " "
        + (namespace.isEmpty() ? "" : namespace + "/")
        + name
        + " has "
        + roleKind
        + " "
        + roleName
        + " by "
        + bindingKind
        + " "
        + binding;
  }
}
