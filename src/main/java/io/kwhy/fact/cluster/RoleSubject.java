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
  private static final String ACCOUNTS = "system:serviceaccount:";

  /** Whether it is the user, as the API server names it, or a group that each such user is in. */
  public boolean speaksFor(String user) {
    return switch (kind) {
      case "User" -> name.equals(user);
      case "ServiceAccount" -> user.equals(ACCOUNTS + namespace + ":" + name);
      default ->
          name.equals("system:authenticated")
              || (name.equals("system:serviceaccounts") && user.startsWith(ACCOUNTS))
              || (name.startsWith("system:serviceaccounts:")
                  && user.startsWith(ACCOUNTS + name.substring(name.lastIndexOf(':') + 1) + ":"));
    };
  }

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
