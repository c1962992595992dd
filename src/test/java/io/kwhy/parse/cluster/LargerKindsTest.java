package io.kwhy.parse.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kwhy.bundle.Source;
import io.kwhy.fact.cluster.Addon;
import io.kwhy.fact.cluster.ApiService;
import io.kwhy.fact.cluster.Autoscaler;
import io.kwhy.fact.cluster.CronJob;
import io.kwhy.fact.cluster.DisruptionBudget;
import io.kwhy.fact.cluster.EndpointSlice;
import io.kwhy.fact.cluster.HelmChart;
import io.kwhy.fact.cluster.HelmChartConfig;
import io.kwhy.fact.cluster.Ingress;
import io.kwhy.fact.cluster.IngressBackend;
import io.kwhy.fact.cluster.IngressClass;
import io.kwhy.fact.cluster.Job;
import io.kwhy.fact.cluster.PersistentVolume;
import io.kwhy.fact.cluster.PersistentVolumeClaim;
import io.kwhy.fact.cluster.Service;
import io.kwhy.fact.cluster.ServicePort;
import io.kwhy.fact.cluster.StorageClass;
import io.kwhy.fact.cluster.Webhook;
import io.kwhy.fact.cluster.Workload;
import org.junit.jupiter.api.Test;

/** Objects of which a few fields tell all that rules ask for. */
class LargerKindsTest {

  @Test
  void a_helm_chart_and_what_its_status_says() {
    String json =
        """
        {"metadata": {"name": "grafana", "namespace": "kube-system"},
         "spec": {"chart": "grafana", "repo": "https://charts.example.com", "version": "8.0.0",
                  "targetNamespace": "web", "failurePolicy": "abort"},
         "status": {"jobName": "helm-install-grafana",
                    "conditions": [{"type": "Failed", "status": "True", "message": "no"}]}}
        """;

    HelmChart chart = Told.of(Source.HELM_CHARTS, json).all(HelmChart.class).get(0);

    assertThat(chart.targetNamespace()).isEqualTo("web");
    assertThat(chart.failurePolicy()).isEqualTo("abort");
    assertThat(chart.job()).isEqualTo("helm-install-grafana");
    assertThat(chart.failed()).isEqualTo("True");
    assertThat(chart.failedMessage()).isEqualTo("no");
  }

  @Test
  void a_helm_chart_config_and_an_addon() {
    String config =
        """
        {"metadata": {"name": "traefik", "namespace": "kube-system"},
         "spec": {"failurePolicy": "abort"}}
        """;
    String addon =
        """
        {"metadata": {"name": "ccm", "namespace": "kube-system"},
         "spec": {"source": "/var/lib/rancher/k3s/server/manifests/ccm.yaml", "checksum": "ab"}}
        """;

    assertThat(Told.of(Source.HELM_CHART_CONFIGS, config).all(HelmChartConfig.class))
        .extracting(HelmChartConfig::failurePolicy)
        .containsExactly("abort");
    assertThat(Told.of(Source.ADDONS, addon).all(Addon.class))
        .extracting(Addon::source, Addon::checksum)
        .containsExactly(tuple("/var/lib/rancher/k3s/server/manifests/ccm.yaml", "ab"));
  }

  @Test
  void an_ingress_and_where_it_sends() {
    String json =
        """
        {"metadata": {"name": "shop", "namespace": "default"},
         "spec": {"ingressClassName": "traefik", "rules": [{"host": "shop.example.com",
           "http": {"paths": [{"path": "/", "backend": {"service":
             {"name": "web", "port": {"number": 80}}}}]}}]},
         "status": {"loadBalancer": {"ingress": [{"ip": "10.0.0.1"}]}}}
        """;
    Told told = Told.of(Source.INGRESSES, json);

    assertThat(told.all(Ingress.class).get(0).addresses()).containsExactly("10.0.0.1");
    assertThat(told.all(Ingress.class).get(0).ingressClass()).isEqualTo("traefik");
    IngressBackend backend = told.all(IngressBackend.class).get(0);
    assertThat(backend.host()).isEqualTo("shop.example.com");
    assertThat(backend.service()).isEqualTo("web");
    assertThat(backend.port()).isEqualTo("80");
  }

  @Test
  void an_ingress_class_that_is_the_default() {
    String json =
        """
        {"metadata": {"name": "traefik",
           "annotations": {"ingressclass.kubernetes.io/is-default-class": "true"}},
         "spec": {"controller": "traefik.io/ingress-controller"}}
        """;

    assertThat(Told.of(Source.INGRESS_CLASSES, json).all(IngressClass.class).get(0).standard())
        .isTrue();
  }

  @Test
  void a_job_that_gave_up() {
    String json =
        """
        {"metadata": {"name": "migrate", "namespace": "default"},
         "spec": {"backoffLimit": 1, "completions": 1},
         "status": {"failed": 2, "conditions":
           [{"type": "Failed", "status": "True", "reason": "BackoffLimitExceeded"}]}}
        """;

    Job job = Told.of(Source.JOBS, json).all(Job.class).get(0);

    assertThat(job.gaveUp()).isTrue();
    assertThat(job.complete()).isFalse();
    assertThat(job.failed()).isEqualTo(2);
    assertThat(job.backoffLimit()).isEqualTo(1);
  }

  @Test
  void a_cron_job_that_is_suspended() {
    String json =
        """
        {"metadata": {"name": "nightly", "namespace": "default"},
         "spec": {"schedule": "0 3 * * *", "suspend": true}, "status": {}}
        """;

    CronJob cron = Told.of(Source.CRON_JOBS, json).all(CronJob.class).get(0);

    assertThat(cron.suspended()).isTrue();
    assertThat(cron.schedule()).isEqualTo("0 3 * * *");
  }

  @Test
  void a_deployment_and_its_pods_labels() {
    String json =
        """
        {"metadata": {"name": "web", "namespace": "default"},
         "spec": {"replicas": 3, "selector": {"matchLabels": {"app": "web"}},
                  "template": {"metadata": {"labels": {"app": "web"}}, "spec": {}}},
         "status": {"replicas": 3, "readyReplicas": 1}}
        """;

    Workload web = Told.of(Source.DEPLOYMENTS, json).all(Workload.class).get(0);

    assertThat(web.desired()).isEqualTo(3);
    assertThat(web.ready()).isEqualTo(1);
    assertThat(web.podLabels()).containsEntry("app", "web");
  }

  @Test
  void a_service_and_its_ports() {
    String json =
        """
        {"metadata": {"name": "web", "namespace": "default"},
         "spec": {"type": "LoadBalancer", "clusterIP": "10.43.0.9", "selector": {"app": "web"},
                  "ports": [{"name": "http", "port": 80, "targetPort": "web", "nodePort": 30080}]},
         "status": {"loadBalancer": {}}}
        """;
    Told told = Told.of(Source.SERVICES, json);

    assertThat(told.all(Service.class).get(0).selector()).containsEntry("app", "web");
    assertThat(told.all(Service.class).get(0).ingress()).isEmpty();
    ServicePort port = told.all(ServicePort.class).get(0);
    assertThat(port.targetPort()).isEqualTo("web");
    assertThat(port.nodePort()).isEqualTo(30080);
  }

  @Test
  void endpoints_that_are_ready_and_not() {
    String json =
        """
        {"metadata": {"name": "web-x", "namespace": "default",
                      "labels": {"kubernetes.io/service-name": "web"}},
         "addressType": "IPv4",
         "endpoints": [{"addresses": ["10.42.0.1"], "conditions": {"ready": true}},
                       {"addresses": ["10.42.0.2"], "conditions": {"ready": false}}],
         "ports": [{"port": 8080}]}
        """;

    EndpointSlice slice = Told.of(Source.ENDPOINT_SLICES, json).all(EndpointSlice.class).get(0);

    assertThat(slice.service()).isEqualTo("web");
    assertThat(slice.endpoints()).isEqualTo(1);
    assertThat(slice.notReady()).isEqualTo(1);
  }

  @Test
  void a_claim_its_volume_and_its_class() {
    String claim =
        """
        {"metadata": {"name": "data", "namespace": "default"},
         "spec": {"storageClassName": "local-path", "accessModes": ["ReadWriteOnce"],
                  "resources": {"requests": {"storage": "1Gi"}}},
         "status": {"phase": "Pending"}}
        """;
    String volume =
        """
        {"metadata": {"name": "pv-1"},
         "spec": {"capacity": {"storage": "1Gi"}, "claimRef": {"namespace": "default", "name": "data"},
                  "hostPath": {"path": "/data"}, "nodeAffinity": {"required": {"nodeSelectorTerms":
                    [{"matchExpressions": [{"key": "kubernetes.io/hostname", "operator": "In",
                      "values": ["w1"]}]}]}}},
         "status": {"phase": "Bound"}}
        """;
    String standard =
        """
        {"metadata": {"name": "local-path",
           "annotations": {"storageclass.kubernetes.io/is-default-class": "true"}},
         "provisioner": "rancher.io/local-path", "volumeBindingMode": "WaitForFirstConsumer"}
        """;

    PersistentVolumeClaim data =
        Told.of(Source.PERSISTENT_VOLUME_CLAIMS, claim).all(PersistentVolumeClaim.class).get(0);
    PersistentVolume pv =
        Told.of(Source.PERSISTENT_VOLUMES, volume).all(PersistentVolume.class).get(0);
    StorageClass path = Told.of(Source.STORAGE_CLASSES, standard).all(StorageClass.class).get(0);

    assertThat(data.phase()).isEqualTo("Pending");
    assertThat(data.bytes()).isEqualTo(1L << 30);
    assertThat(pv.claim()).isEqualTo("default/data");
    assertThat(pv.nodes()).containsExactly("w1");
    assertThat(path.standard()).isTrue();
    assertThat(path.bindingMode()).isEqualTo("WaitForFirstConsumer");
  }

  @Test
  void a_webhook_and_whom_it_asks() {
    String json =
        """
        {"metadata": {"name": "policy"}, "webhooks": [{"name": "check.example.com",
           "failurePolicy": "Fail", "clientConfig": {"caBundle": "Zm9v",
             "service": {"namespace": "default", "name": "policy", "port": 8443}}}]}
        """;

    Webhook webhook = Told.of(Source.VALIDATING_WEBHOOKS, json).all(Webhook.class).get(0);

    assertThat(webhook.configuration()).isEqualTo("policy");
    assertThat(webhook.service()).isEqualTo("policy");
    assertThat(webhook.port()).isEqualTo(8443);
    assertThat(webhook.caGiven()).isTrue();
  }

  @Test
  void an_api_service_that_does_not_answer() {
    String json =
        """
        {"metadata": {"name": "v1beta1.metrics.k8s.io"},
         "spec": {"group": "metrics.k8s.io", "version": "v1beta1",
                  "service": {"namespace": "kube-system", "name": "metrics-server"}},
         "status": {"conditions": [{"type": "Available", "status": "False",
                    "reason": "MissingEndpoints"}]}}
        """;

    ApiService service = Told.of(Source.API_SERVICES, json).all(ApiService.class).get(0);

    assertThat(service.available()).isEqualTo("False");
    assertThat(service.reason()).isEqualTo("MissingEndpoints");
    assertThat(service.service()).isEqualTo("metrics-server");
  }

  @Test
  void an_autoscaler_and_a_disruption_budget() {
    String scaler =
        """
        {"metadata": {"name": "web", "namespace": "default"},
         "spec": {"minReplicas": 2, "maxReplicas": 5,
                  "scaleTargetRef": {"kind": "Deployment", "name": "web"}},
         "status": {"currentReplicas": 2, "desiredReplicas": 4}}
        """;
    String budget =
        """
        {"metadata": {"name": "web", "namespace": "default"}, "spec": {"minAvailable": 2},
         "status": {"currentHealthy": 2, "desiredHealthy": 2, "disruptionsAllowed": 0,
                    "expectedPods": 2}}
        """;

    Autoscaler autoscaler = Told.of(Source.POD_AUTOSCALERS, scaler).all(Autoscaler.class).get(0);
    DisruptionBudget disruption =
        Told.of(Source.POD_DISRUPTION_BUDGETS, budget).all(DisruptionBudget.class).get(0);

    assertThat(autoscaler.max()).isEqualTo(5);
    assertThat(autoscaler.desired()).isEqualTo(4);
    assertThat(disruption.allowed()).isZero();
    assertThat(disruption.minAvailable()).isEqualTo("2");
  }
}
