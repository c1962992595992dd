package io.kwhy.parse.cluster;

import com.fasterxml.jackson.core.JsonFactory;
import io.kwhy.bundle.Source;
import io.kwhy.parse.Parser;
import io.kwhy.parse.json.JsonCursor;
import io.kwhy.parse.json.JsonLimits;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The parsers of what the Kubernetes API said. */
public final class ClusterParsers {
  private final JsonFactory factory = JsonLimits.factory();
  private final Map<Source, Parser> parsers = new EnumMap<>(Source.class);

  private ClusterParsers() {
    objects(Source.NODES, "Node", NodeReader::new);
    objects(Source.PODS, "Pod", PodReader::new);
    objects(Source.EVENTS, "Event", EventReader::new);
    objects(Source.LEASES, "Lease", LeaseReader::new);
    objects(Source.NAMESPACES, "Namespace", NamespaceReader::new);
    objects(Source.SECRETS, "Secret", SecretReader::new);
    objects(Source.SERVICES, "Service", ServiceReader::new);
    objects(Source.ENDPOINT_SLICES, "EndpointSlice", EndpointSliceReader::new);
    objects(Source.ENDPOINTS, "Endpoints", EndpointsReader::new);
    objects(Source.CONFIG_MAPS, "ConfigMap", ConfigMapReader::new);
    workloads(Source.DEPLOYMENTS, "Deployment");
    workloads(Source.DAEMON_SETS, "DaemonSet");
    workloads(Source.STATEFUL_SETS, "StatefulSet");
    workloads(Source.REPLICA_SETS, "ReplicaSet");
    objects(Source.JOBS, "Job", JobReader::new);
    objects(Source.CRON_JOBS, "CronJob", CronJobReader::new);
    objects(Source.NETWORK_POLICIES, "NetworkPolicy", NetworkPolicyReader::new);
    objects(Source.SERVICE_ACCOUNTS, "ServiceAccount", ServiceAccountReader::new);
    objects(Source.ROLES, "Role", json -> new RoleReader(json, "role"));
    objects(Source.CLUSTER_ROLES, "ClusterRole", json -> new RoleReader(json, "clusterrole"));
    objects(
        Source.ROLE_BINDINGS, "RoleBinding", json -> new RoleBindingReader(json, "rolebinding"));
    objects(
        Source.CLUSTER_ROLE_BINDINGS,
        "ClusterRoleBinding",
        json -> new RoleBindingReader(json, "clusterrolebinding"));
    objects(Source.INGRESSES, "Ingress", IngressReader::new);
    objects(Source.INGRESS_CLASSES, "IngressClass", IngressClassReader::new);
    objects(Source.PERSISTENT_VOLUME_CLAIMS, "PersistentVolumeClaim", ClaimReader::new);
    objects(Source.PERSISTENT_VOLUMES, "PersistentVolume", VolumeObjectReader::new);
    objects(Source.STORAGE_CLASSES, "StorageClass", StorageClassReader::new);
    webhooks(Source.VALIDATING_WEBHOOKS, "ValidatingWebhookConfiguration");
    webhooks(Source.MUTATING_WEBHOOKS, "MutatingWebhookConfiguration");
    objects(Source.API_SERVICES, "APIService", ApiServiceReader::new);
    objects(Source.HELM_CHARTS, "HelmChart", HelmChartReader::new);
    objects(Source.HELM_CHART_CONFIGS, "HelmChartConfig", HelmChartConfigReader::new);
    objects(Source.ADDONS, "Addon", AddonReader::new);
    objects(Source.RESOURCE_QUOTAS, "ResourceQuota", QuotaReader::new);
    objects(Source.LIMIT_RANGES, "LimitRange", LimitRangeReader::new);
    objects(Source.POD_DISRUPTION_BUDGETS, "PodDisruptionBudget", DisruptionBudgetReader::new);
    objects(Source.POD_AUTOSCALERS, "HorizontalPodAutoscaler", AutoscalerReader::new);
    objects(Source.CUSTOM_RESOURCES, "CustomResourceDefinition", CustomResourceReader::new);
    parsers.put(Source.SERVER_VERSION, new ServerVersionParser(factory));
    parsers.put(Source.READYZ, new ReadyzParser());
  }

  /**
   * A parser for each source of the cluster that can be read so far. They keep nothing between
   * entries and may be used by several threads; memory does not grow with an entry but with the
   * facts in it.
   */
  public static Map<Source, Parser> all() {
    return Collections.unmodifiableMap(new ClusterParsers().parsers);
  }

  private void workloads(Source source, String kind) {
    String word = kind.toLowerCase(Locale.ROOT);
    objects(source, kind, json -> new WorkloadReader(json, word));
  }

  private void webhooks(Source source, String kind) {
    String word = kind.toLowerCase(Locale.ROOT);
    objects(source, kind, json -> new WebhookConfigurationReader(json, word));
  }

  private void objects(Source source, String kind, Function<JsonCursor, ObjectReader> readers) {
    parsers.put(source, new ObjectParser(factory, kind, readers));
  }
}
