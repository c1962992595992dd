package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A Service object.
 *
 * @param type ClusterIP, NodePort, LoadBalancer, ExternalName
 * @param clusterIp first cluster IP; {@code None} for a headless one, {@code ""} for ExternalName
 * @param headless whether its cluster IP is {@code None}
 * @param externalName of type ExternalName
 * @param externalTrafficPolicy Cluster or Local; {@code ""} where it has none
 * @param loadBalancerClass {@code ""} for the cluster's default, ServiceLB with k3s
 * @param publishNotReady whether pods that are not ready are published, too
 * @param selector labels that its pods have; empty where somebody else makes its endpoints
 * @param ingress addresses in status.loadBalancer
 */
public record Service(
    String namespace,
    String name,
    String type,
    String clusterIp,
    List<String> clusterIps,
    boolean headless,
    String externalName,
    String externalTrafficPolicy,
    String internalTrafficPolicy,
    String loadBalancerClass,
    boolean publishNotReady,
    SortedMap<String, String> selector,
    List<String> ingress,
    Instant created,
    boolean deleting,
    Origin origin)
    implements Fact {
  public Service {
    clusterIps = List.copyOf(clusterIps);
    selector = Collections.unmodifiableSortedMap(new TreeMap<>(selector));
    ingress = List.copyOf(ingress);
  }

  /** The labels that it selects, as kubectl takes them. */
  public String labels() {
    return new Selector(selector, List.of()).toString();
  }

  @Override
  public String text() {
    return "Service "
        + namespace
        + "/"
        + name
        + " "
        + type
        + (clusterIp.isEmpty() ? "" : " " + clusterIp)
        + (externalName.isEmpty() ? "" : " " + externalName)
        + (selector.isEmpty() ? "" : ", selector " + new Selector(selector, List.of()))
        + (internalTrafficPolicy.equals("Local") ? ", internalTrafficPolicy Local" : "")
        + (ingress.isEmpty() ? "" : ", external " + String.join(",", ingress));
  }

  @Override
  public Instant since() {
    return created;
  }
}
