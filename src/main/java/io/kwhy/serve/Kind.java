package io.kwhy.serve;

import java.util.List;
import java.util.Optional;

/**
 * A kind of object as the API tells of it.
 *
 * @param plural as in paths
 * @param group {@code ""} for the core
 */
record Kind(String plural, String group, String name, boolean namespaced, List<String> shortNames) {
  /** Plural, group, name, namespaced, short names. */
  private static final List<Kind> ALL =
      List.of(
          kind("bindings", "", "Binding", true),
          kind("nodes", "", "Node", false, "no"),
          kind("pods", "", "Pod", true, "po"),
          kind("events", "", "Event", true, "ev"),
          kind("namespaces", "", "Namespace", false, "ns"),
          kind("secrets", "", "Secret", true),
          kind("services", "", "Service", true, "svc"),
          kind("endpoints", "", "Endpoints", true, "ep"),
          kind("configmaps", "", "ConfigMap", true, "cm"),
          kind("serviceaccounts", "", "ServiceAccount", true, "sa"),
          kind("persistentvolumes", "", "PersistentVolume", false, "pv"),
          kind("persistentvolumeclaims", "", "PersistentVolumeClaim", true, "pvc"),
          kind("resourcequotas", "", "ResourceQuota", true, "quota"),
          kind("limitranges", "", "LimitRange", true, "limits"),
          kind("leases", "coordination.k8s.io", "Lease", true),
          kind("endpointslices", "discovery.k8s.io", "EndpointSlice", true),
          kind("deployments", "apps", "Deployment", true, "deploy"),
          kind("daemonsets", "apps", "DaemonSet", true, "ds"),
          kind("statefulsets", "apps", "StatefulSet", true, "sts"),
          kind("replicasets", "apps", "ReplicaSet", true, "rs"),
          kind("jobs", "batch", "Job", true),
          kind("cronjobs", "batch", "CronJob", true, "cj"),
          kind("ingresses", "networking.k8s.io", "Ingress", true, "ing"),
          kind("ingressclasses", "networking.k8s.io", "IngressClass", false),
          kind("networkpolicies", "networking.k8s.io", "NetworkPolicy", true, "netpol"),
          kind("roles", "rbac.authorization.k8s.io", "Role", true),
          kind("rolebindings", "rbac.authorization.k8s.io", "RoleBinding", true),
          kind("clusterroles", "rbac.authorization.k8s.io", "ClusterRole", false),
          kind("clusterrolebindings", "rbac.authorization.k8s.io", "ClusterRoleBinding", false),
          kind("storageclasses", "storage.k8s.io", "StorageClass", false, "sc"),
          kind(
              "validatingwebhookconfigurations",
              "admissionregistration.k8s.io",
              "ValidatingWebhookConfiguration",
              false),
          kind(
              "mutatingwebhookconfigurations",
              "admissionregistration.k8s.io",
              "MutatingWebhookConfiguration",
              false),
          kind("apiservices", "apiregistration.k8s.io", "APIService", false),
          kind(
              "certificatesigningrequests",
              "certificates.k8s.io",
              "CertificateSigningRequest",
              false,
              "csr"),
          kind("poddisruptionbudgets", "policy", "PodDisruptionBudget", true, "pdb"),
          kind("horizontalpodautoscalers", "autoscaling", "HorizontalPodAutoscaler", true, "hpa"),
          kind(
              "customresourcedefinitions",
              "apiextensions.k8s.io",
              "CustomResourceDefinition",
              false,
              "crd",
              "crds"),
          kind("addons", "k3s.cattle.io", "Addon", true),
          kind("helmcharts", "helm.cattle.io", "HelmChart", true),
          kind("helmchartconfigs", "helm.cattle.io", "HelmChartConfig", true));

  private static Kind kind(
      String plural, String group, String name, boolean namespaced, String... shortNames) {
    return new Kind(plural, group, name, namespaced, List.of(shortNames));
  }

  /** Of a kind that a bundle has an entry for. */
  static Optional<Kind> of(String plural, String group) {
    return ALL.stream()
        .filter(kind -> kind.plural.equals(plural) && kind.group.equals(group))
        .findFirst();
  }

  /** Version that most clusters serve. */
  String usualVersion() {
    return group.equals("autoscaling") ? "v2" : "v1";
  }
}
