package io.kwhy.parse.cluster;

import io.kwhy.bundle.redaction.Blanking;
import io.kwhy.fact.cluster.HelmChart;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;
import java.util.List;

/** A HelmChart without its values, which may hold secrets. */
final class HelmChartReader extends ObjectReader {
  /** What that of k3s calls itself; programs that bring one along have names of their own. */
  private static final String CONTROLLER = "helm-controller";

  private String chart = "";
  private String repo = "";
  private String version = "";
  private String targetNamespace = "";
  private boolean bootstrap;
  private String failurePolicy = "";
  private boolean unmanaged;
  private String job = "";
  private List<Condition> conditions = List.of();
  private int line;

  HelmChartReader(JsonCursor json) {
    super(json);
  }

  @Override
  void annotation(String name) throws IOException {
    switch (name) {
      case "helmcharts.helm.cattle.io/unmanaged" -> unmanaged = true;
      case "helmcharts.cattle.io/managed-by" -> unmanaged |= !json.word().equals(CONTROLLER);
      default -> {}
    }
  }

  @Override
  void section(String name) throws IOException {
    switch (name) {
      case "spec" -> json.fields(this::spec);
      case "status" -> json.fields(this::status);
      default -> {}
    }
  }

  private void spec(String name) throws IOException {
    switch (name) {
      case "chart" -> {
        chart = json.word();
        line = line == 0 ? json.line() : line;
      }
      case "repo" -> {
        repo = json.word();
        line = json.line();
      }
      case "version" -> version = json.word();
      case "targetNamespace" -> targetNamespace = json.word();
      case "bootstrap" -> bootstrap = json.flag();
      case "failurePolicy" -> failurePolicy = json.word();
      default -> {}
    }
  }

  private void status(String name) throws IOException {
    switch (name) {
      case "jobName" -> job = json.word();
      case "conditions" -> conditions = json.objects(() -> new Condition(json));
      default -> {}
    }
  }

  @Override
  void tell(Facts facts) {
    Condition failed =
        conditions.stream()
            .filter(each -> each.type.equals("Failed"))
            .findFirst()
            .orElseGet(() -> new Condition(json));
    facts.add(
        new HelmChart(
            meta.namespace,
            meta.name,
            chart,
            Blanking.blank(repo),
            version,
            targetNamespace.isEmpty() ? meta.namespace : targetNamespace,
            bootstrap,
            failurePolicy,
            unmanaged,
            job,
            failed.status,
            failed.message,
            meta.created,
            meta.deleting,
            facts.at(line == 0 ? meta.line : line)));
  }
}
