package io.kwhy.parse.cluster;

import io.kwhy.fact.cluster.Service;
import io.kwhy.fact.cluster.ServicePort;
import io.kwhy.fact.cluster.ServiceSelector;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.FieldReader;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A Service with its ports and the labels that it selects. */
final class ServiceReader extends ObjectReader {
  private static final String NONE = "None";

  private String type = "";
  private String clusterIp = "";
  private List<String> clusterIps = List.of();
  private String externalName = "";
  private String externalTrafficPolicy = "";
  private String internalTrafficPolicy = "";
  private String loadBalancerClass = "";
  private boolean publishNotReady;
  private List<Port> ports = List.of();
  private final SortedMap<String, Pair> selector = new TreeMap<>();
  private final LoadBalancerReader balancer = new LoadBalancerReader(json);
  private int line;

  ServiceReader(JsonCursor json) {
    super(json);
  }

  private record Pair(String value, int line) {}

  @Override
  void section(String name) throws IOException {
    switch (name) {
      case "spec" -> json.fields(this::spec);
      case "status" -> json.fields(balancer);
      default -> {}
    }
  }

  private void spec(String name) throws IOException {
    switch (name) {
      case "type" -> {
        type = json.word();
        line = json.line();
      }
      case "clusterIP" -> clusterIp = json.word();
      case "clusterIPs" -> clusterIps = json.words();
      case "externalName" -> externalName = json.word();
      case "externalTrafficPolicy" -> externalTrafficPolicy = json.word();
      case "internalTrafficPolicy" -> internalTrafficPolicy = json.word();
      case "loadBalancerClass" -> loadBalancerClass = json.word();
      case "publishNotReadyAddresses" -> publishNotReady = json.flag();
      case "ports" -> ports = json.objects(Port::new);
      case "selector" -> json.fields(key -> selector.put(key, new Pair(json.word(), json.line())));
      default -> {}
    }
  }

  @Override
  void tell(Facts facts) {
    SortedMap<String, String> labels = new TreeMap<>();
    selector.forEach((key, pair) -> labels.put(key, pair.value));
    facts.add(
        new Service(
            meta.namespace,
            meta.name,
            type.isEmpty() ? "ClusterIP" : type,
            clusterIp,
            clusterIps.isEmpty() && !clusterIp.isEmpty() ? List.of(clusterIp) : clusterIps,
            clusterIp.equals(NONE),
            externalName,
            externalTrafficPolicy,
            internalTrafficPolicy,
            loadBalancerClass,
            publishNotReady,
            labels,
            balancer.addresses(),
            meta.created,
            meta.deleting,
            facts.at(line == 0 ? meta.line : line)));
    ports.forEach(port -> port.tell(facts));
    selector.forEach(
        (key, pair) ->
            facts.add(
                new ServiceSelector(
                    meta.namespace, meta.name, key, pair.value, facts.at(pair.line))));
  }

  private final class Port implements FieldReader {
    private String name = "";
    private String protocol = "TCP";
    private int port;
    private String target = "";
    private int nodePort;
    private int line = json.line();

    @Override
    public void field(String field) throws IOException {
      switch (field) {
        case "name" -> name = json.word();
        case "protocol" -> protocol = json.word();
        case "port" -> {
          port = json.integer();
          line = json.line();
        }
        case "targetPort" -> {
          target = json.scalar();
          line = json.line();
        }
        case "nodePort" -> nodePort = json.integer();
        default -> {}
      }
    }

    private void tell(Facts facts) {
      facts.add(
          new ServicePort(
              meta.namespace,
              meta.name,
              name,
              protocol,
              port,
              target.isEmpty() || target.equals("0") ? Integer.toString(port) : target,
              nodePort,
              facts.at(line)));
    }
  }
}
