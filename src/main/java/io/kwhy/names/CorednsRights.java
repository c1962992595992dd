package io.kwhy.names;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Known;
import io.kwhy.fact.Origin;
import io.kwhy.fact.cluster.Role;
import io.kwhy.fact.cluster.RoleBinding;
import io.kwhy.fact.cluster.RoleRule;
import io.kwhy.fact.cluster.RoleSubject;
import io.kwhy.fact.cluster.ServiceAccount;
import io.kwhy.fact.cluster.Workload;
import io.kwhy.fact.names.MissingRight;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Whether CoreDNS's account may read what plugin kubernetes needs at any rate: Services and
 * namespaces. Endpoints it reads in one of two forms, by release; there its log has to say which.
 *
 * @see <a href="https://coredns.io/plugins/kubernetes/">CoreDNS: kubernetes</a>
 */
final class CorednsRights {
  private static final String NAMESPACE = "kube-system";

  /** Of the role and the binding in k3s's manifest. */
  private static final String USUAL = "system:coredns";

  private static final Set<String> GROUPS =
      Set.of(
          "system:serviceaccounts", "system:serviceaccounts:" + NAMESPACE, "system:authenticated");

  private final Known known;

  CorednsRights(Known known) {
    this.known = known;
  }

  List<Fact> all() {
    if (!known.isCaptured("clusterroles", "") || !known.isCaptured("clusterrolebindings", "")) {
      return List.of();
    }
    List<Fact> missing = new ArrayList<>();
    known
        .all(
            Workload.class,
            workload ->
                workload.kind().equals("deployment")
                    && workload.namespace().equals(NAMESPACE)
                    && workload.name().equals("coredns"))
        .forEach(workload -> missing.addAll(of(workload)));
    return missing;
  }

  private List<MissingRight> of(Workload coredns) {
    String account = coredns.serviceAccount().isEmpty() ? "default" : coredns.serviceAccount();
    List<RoleSubject> bindings = known.all(RoleSubject.class, subject -> binds(subject, account));
    List<MissingRight> missing = new ArrayList<>();
    for (String resource : List.of("namespaces", "services")) {
      for (String verb : List.of("list", "watch")) {
        if (bindings.stream().noneMatch(binding -> allows(binding, verb, resource))) {
          missing.add(missing(account, verb, resource, bindings, coredns.origin()));
        }
      }
    }
    return missing;
  }

  private static boolean binds(RoleSubject subject, String account) {
    return subject.bindingKind().equals("clusterrolebinding")
        && (subject.kind().equals("ServiceAccount")
            ? subject.name().equals(account) && subject.namespace().equals(NAMESPACE)
            : subject.kind().equals("Group") && GROUPS.contains(subject.name()));
  }

  private boolean allows(RoleSubject binding, String verb, String resource) {
    return known.all(RoleRule.class, rule -> rule.kind().equals("clusterrole")).stream()
        .anyMatch(
            rule -> rule.role().equals(binding.roleName()) && rule.allows(verb, "", resource));
  }

  private MissingRight missing(
      String account, String verb, String resource, List<RoleSubject> bindings, Origin fallback) {
    if (isGone(account)) {
      String how = "there is no such account";
      return new MissingRight(
          account, verb, resource, how, "serviceaccount", NAMESPACE, account, fallback);
    }
    for (RoleSubject binding : bindings) {
      if (binding.kind().equals("ServiceAccount")) {
        return lacking(account, verb, resource, binding);
      }
    }
    String how = "nothing binds it to a role";
    return new MissingRight(
        account, verb, resource, how, "clusterrolebinding", "", USUAL, usualPlace(fallback));
  }

  private boolean isGone(String account) {
    return known.isCaptured("serviceaccounts", "")
        && known
            .all(
                ServiceAccount.class,
                each -> each.name().equals(account) && each.namespace().equals(NAMESPACE))
            .isEmpty();
  }

  private Origin usualPlace(Origin fallback) {
    return known.all(RoleBinding.class, binding -> binding.name().equals(USUAL)).stream()
        .map(RoleBinding::origin)
        .findFirst()
        .orElse(fallback);
  }

  private MissingRight lacking(String account, String verb, String resource, RoleSubject binding) {
    List<Role> roles =
        known.all(
            Role.class,
            role -> role.kind().equals("clusterrole") && role.name().equals(binding.roleName()));
    return new MissingRight(
        account,
        verb,
        resource,
        roles.isEmpty() ? "its role does not exist" : "its role does not allow it",
        "clusterrole",
        "",
        binding.roleName(),
        roles.isEmpty() ? binding.origin() : roles.get(0).origin());
  }
}
