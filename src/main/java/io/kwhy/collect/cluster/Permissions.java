package io.kwhy.collect.cluster;

import io.kwhy.bundle.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The least that reading a cluster needs, as roles: get and list, nothing that changes anything.
 */
public final class Permissions {
  private Permissions() {}

  /**
   * YAML of a service account, a ClusterRole and its binding.
   *
   * @param namespace of the service account that they are bound to
   */
  public static String yaml(String namespace) {
    StringBuilder rules = new StringBuilder();
    byGroup()
        .forEach(
            (group, names) ->
                rules
                    .append("- apiGroups: [\"" + group + "\"]\n  resources:\n  - ")
                    .append(String.join("\n  - ", names))
                    .append("\n  verbs: [get, list]\n"));
    return """
        # What kwhy reads of a cluster: objects of these kinds and logs of pods. No verb changes anything.
        # Of Secrets it asks for names and types only, but Kubernetes has no permission for less than all of
        # them: leave out "secrets" and kwhy says what it then cannot tell. Whether a node's password is the one that the
        # servers remember it tells all the same with what "kwhy rbac --node NAME" prints.
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: kwhy
          namespace: %2$s
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: kwhy
        rules:
        %1$s- nonResourceURLs: [/version, /readyz, /apis]
          verbs: [get]
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata:
          name: kwhy
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: kwhy
        subjects:
        - kind: ServiceAccount
          name: kwhy
          namespace: %2$s
        """
        .formatted(rules, namespace);
  }

  /**
   * YAML of a Role for the hashes of node passwords and its binding, for where Secrets must not be
   * read at large.
   *
   * @param namespace of the service account that it is bound to
   * @param nodes whose Secrets may be read
   */
  public static String ofPasswords(String namespace, List<String> nodes) {
    StringBuilder names = new StringBuilder();
    for (String node : nodes) {
      names.append("  - ").append(node).append(".node-password.k3s\n");
    }
    return """
        # Whether the password of a node is the one that the servers remember. Needed only where kwhy may not list Secrets.
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: kwhy-node-passwords
          namespace: kube-system
        rules:
        - apiGroups: [""]
          resources: [secrets]
          resourceNames:
        %2$s  verbs: [get]
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata:
          name: kwhy-node-passwords
          namespace: kube-system
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: Role
          name: kwhy-node-passwords
        subjects:
        - kind: ServiceAccount
          name: kwhy
          namespace: %1$s
        """
        .formatted(namespace, names);
  }

  /**
   * YAML of the Role that {@code --nodes pod} needs on top, in the namespace of its pods.
   *
   * @param namespace of the service account that it is bound to
   * @param pods namespace of the pods
   */
  public static String ofPods(String namespace, String pods) {
    return """
        # What --nodes pod needs on top: it makes a privileged pod on each Node, reads its log and deletes it. Who may
        # make such pods may do anything on the hosts.
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: kwhy-nodes-pod
          namespace: %2$s
        rules:
        - apiGroups: [""]
          resources: [pods]
          verbs: [create, get, delete]
        - apiGroups: [""]
          resources: [pods/log]
          verbs: [get]
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata:
          name: kwhy-nodes-pod
          namespace: %2$s
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: Role
          name: kwhy-nodes-pod
        subjects:
        - kind: ServiceAccount
          name: kwhy
          namespace: %1$s
        """
        .formatted(namespace, pods);
  }

  private static Map<String, List<String>> byGroup() {
    Map<String, List<String>> groups = new TreeMap<>();
    for (Resource resource : Resource.all()) {
      List<String> names = groups.computeIfAbsent(resource.group(), key -> new ArrayList<>());
      names.add(resource.name());
      if (resource.source() == Source.PODS) {
        names.add("pods/log");
      }
    }
    return groups;
  }
}
