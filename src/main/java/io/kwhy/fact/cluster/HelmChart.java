package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;

/**
 * A HelmChart object of k3s's helm-controller.
 *
 * @param chart name or URL of the chart; {@code ""} where its content stands in the object
 * @param repo URL of the repository; {@code ""} for none
 * @param targetNamespace where the release goes; {@code ""} for its own
 * @param unmanaged whether it is left to somebody other than k3s's helm-controller
 * @param job name of the Job that installs it, as the status says
 * @param failed status of condition Failed
 * @param failedMessage what that says
 */
public record HelmChart(
    String namespace,
    String name,
    String chart,
    String repo,
    String version,
    String targetNamespace,
    boolean bootstrap,
    String failurePolicy,
    boolean unmanaged,
    String job,
    String failed,
    String failedMessage,
    Instant created,
    boolean deleting,
    Origin origin)
    implements Fact {
  /** Where the release goes: its own namespace where nothing else is said. */
  public String releaseNamespace() {
    return targetNamespace.isEmpty() ? namespace : targetNamespace;
  }

  @Override
  public String text() {
    return "HelmChart "
        + namespace
        + "/"
        + name
        + " of chart "
        + chart
        + (version.isEmpty() ? "" : " " + version)
        + (repo.isEmpty() ? "" : " from " + repo);
  }

  @Override
  public Instant since() {
    return created;
  }
}
