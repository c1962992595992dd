package io.kwhy.serve;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What kubectl shows of each kind; ages are those at capture. The columns are those of the API
 * server's <a
 * href="https://github.com/kubernetes/kubernetes/blob/master/pkg/printers/internalversion/printers.go">printers</a>.
 */
final class Cells {
  private final Ages ages;

  Cells(Instant now) {
    this.ages = new Ages(now);
  }

  /** The columns of a kind, its name first. */
  List<Columns.Column> columns(String kind) {
    if (kind.equals("Event")) {
      return event().all();
    }
    Function<Map<?, ?>, Object> name =
        kind.equals("StorageClass")
            ? StorageColumns::className
            : object -> Tree.text(object, "metadata", "name");
    return Stream.concat(new Columns().show("Name", name).all().stream(), rest(kind).all().stream())
        .toList();
  }

  private Columns rest(String kind) {
    return switch (kind) {
      case "Pod" -> PodColumns.of(ages);
      case "Node" -> NodeColumns.of(ages);
      case "Deployment" -> WorkloadColumns.deployment(ages);
      case "ReplicaSet" -> WorkloadColumns.replicaSet(ages);
      case "DaemonSet" -> WorkloadColumns.daemonSet(ages);
      case "StatefulSet" -> WorkloadColumns.statefulSet(ages);
      case "Job" -> WorkloadColumns.job(ages);
      case "CronJob" -> WorkloadColumns.cronJob(ages);
      case "Service" -> NetworkColumns.service(ages);
      case "Endpoints" -> NetworkColumns.endpoints(ages);
      case "EndpointSlice" -> NetworkColumns.endpointSlice(ages);
      case "Ingress" -> NetworkColumns.ingress(ages);
      case "IngressClass" -> NetworkColumns.ingressClass(ages);
      case "NetworkPolicy" -> NetworkColumns.networkPolicy(ages);
      case "PersistentVolume" -> StorageColumns.volume(ages);
      case "PersistentVolumeClaim" -> StorageColumns.claim(ages);
      case "StorageClass" -> StorageColumns.storageClass(ages);
      default -> small(kind);
    };
  }

  private Columns small(String kind) {
    Columns columns = new Columns();
    switch (kind) {
      case "Namespace" -> columns.text("Status", "status", "phase");
      case "Secret" -> columns.text("Type", "type");
      case "ConfigMap" ->
          columns.show(
              "Data",
              object -> Tree.map(object, "data").size() + Tree.map(object, "binaryData").size());
      case "Lease" -> columns.text("Holder", "spec", "holderIdentity");
      case "APIService" ->
          columns.show("Service", Cells::service).show("Available", Cells::available);
      case "ValidatingWebhookConfiguration", "MutatingWebhookConfiguration" ->
          columns.show("Webhooks", object -> Tree.list(object, "webhooks").size());
      case "Role", "ClusterRole", "LimitRange", "CustomResourceDefinition" -> {
        return columns.text("Created At", "metadata", "creationTimestamp");
      }
      case "RoleBinding", "ClusterRoleBinding" ->
          columns.show(
              "Role",
              object ->
                  Tree.text(object, "roleRef", "kind")
                      + "/"
                      + Tree.text(object, "roleRef", "name"));
      case "PodDisruptionBudget" ->
          columns
              .show("Min Available", object -> orNotSaid(object, "minAvailable"))
              .show("Max Unavailable", object -> orNotSaid(object, "maxUnavailable"))
              .number("Allowed Disruptions", "status", "disruptionsAllowed");
      case "HorizontalPodAutoscaler" ->
          columns
              .show(
                  "Reference",
                  object ->
                      Tree.text(object, "spec", "scaleTargetRef", "kind")
                          + "/"
                          + Tree.text(object, "spec", "scaleTargetRef", "name"))
              .text("MinPods", "spec", "minReplicas")
              .text("MaxPods", "spec", "maxReplicas")
              .number("Replicas", "status", "currentReplicas");
      case "HelmChart" ->
          columns
              .text("Repo", "spec", "repo")
              .text("Chart", "spec", "chart")
              .text("Version", "spec", "version")
              .text("TargetNamespace", "spec", "targetNamespace");
      case "Addon" -> columns.text("Source", "spec", "source");
      case "CertificateSigningRequest" ->
          columns
              .text("SignerName", "spec", "signerName")
              .text("Requestor", "spec", "username")
              .show("Condition", Cells::condition);
      default -> {}
    }
    return columns.show("Age", ages::of);
  }

  private Columns event() {
    return new Columns()
        .show("Last Seen", event -> ages.since(lastSeen(event)))
        .text("Type", "type")
        .text("Reason", "reason")
        .show("Object", Cells::object)
        .wide("Source", Cells::source)
        .show("Message", event -> Tree.text(event, "message").strip())
        .wide("First Seen", event -> ages.since(firstSeen(event)))
        .wide("Count", Cells::count)
        .wide("Name", event -> Tree.text(event, "metadata", "name"));
  }

  private static String object(Map<?, ?> event) {
    return Tree.text(event, "involvedObject", "kind").toLowerCase(Locale.ROOT)
        + "/"
        + Tree.text(event, "involvedObject", "name");
  }

  private static String source(Map<?, ?> event) {
    String component = Tree.text(event, "source", "component");
    String host = Tree.text(event, "source", "host");
    String source = component.isEmpty() ? Tree.text(event, "reportingComponent") : component;
    return host.isEmpty() ? source : source + ", " + host;
  }

  private static String lastSeen(Map<?, ?> event) {
    String series = Tree.text(event, "series", "lastObservedTime");
    String last = series.isEmpty() ? Tree.text(event, "lastTimestamp") : series;
    return last.isEmpty() ? Tree.text(event, "eventTime") : last;
  }

  private static String firstSeen(Map<?, ?> event) {
    String first = Tree.text(event, "firstTimestamp");
    return first.isEmpty() ? Tree.text(event, "eventTime") : first;
  }

  private static String count(Map<?, ?> event) {
    String series = Tree.text(event, "series", "count");
    String count = series.isEmpty() ? Tree.text(event, "count") : series;
    return count.isEmpty() ? "1" : count;
  }

  private static String service(Map<?, ?> service) {
    String name = Tree.text(service, "spec", "service", "name");
    return name.isEmpty()
        ? "Local"
        : Tree.text(service, "spec", "service", "namespace") + "/" + name;
  }

  private static String available(Map<?, ?> service) {
    for (Object condition : Tree.list(service, "status", "conditions")) {
      if (Tree.text(condition, "type").equals("Available")) {
        String status = Tree.text(condition, "status");
        return status.equals("True")
            ? status
            : status + " (" + Tree.text(condition, "reason") + ")";
      }
    }
    return "Unknown";
  }

  private static String orNotSaid(Map<?, ?> budget, String field) {
    String text = Tree.text(budget, "spec", field);
    return text.isEmpty() ? "N/A" : text;
  }

  private static String condition(Map<?, ?> request) {
    String all = Columns.each(Tree.list(request, "status", "conditions"), "type");
    String issued = Tree.text(request, "status", "certificate").isEmpty() ? "" : ",Issued";
    return all.isEmpty() ? "Pending" : all + issued;
  }
}
