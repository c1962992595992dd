package io.kwhy.parse.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.cluster.Endpoint;
import io.kwhy.fact.cluster.EndpointSlice;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.FieldReader;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** An EndpointSlice: addresses, each with all of the slice's ports. */
final class EndpointSliceReader extends ObjectReader {
  private static final String SERVICE = "kubernetes.io/service-name";
  private static final String CHANGED = "endpoints.kubernetes.io/last-change-trigger-time";
  private static final String MANAGER = "endpointslice.kubernetes.io/managed-by";

  private String service = "";
  private String manager = "";
  private String addressType = "";
  private Instant changed = Fact.UNKNOWN_TIME;
  private List<Behind> endpoints = List.of();
  private List<EndpointPortReader> ports = List.of();

  EndpointSliceReader(JsonCursor json) {
    super(json);
  }

  @Override
  void label(String name) throws IOException {
    switch (name) {
      case SERVICE -> service = json.word();
      case MANAGER -> manager = json.word();
      default -> {}
    }
  }

  @Override
  void annotation(String name) throws IOException {
    if (name.equals(CHANGED)) {
      changed = json.time();
    }
  }

  @Override
  void section(String name) throws IOException {
    switch (name) {
      case "addressType" -> addressType = json.word();
      case "endpoints" -> endpoints = json.objects(Behind::new);
      case "ports" -> ports = json.objects(() -> new EndpointPortReader(json));
      default -> {}
    }
  }

  @Override
  void tell(Facts facts) {
    int ready = (int) endpoints.stream().filter(each -> each.ready).count();
    facts.add(
        new EndpointSlice(
            "EndpointSlice",
            meta.namespace,
            meta.name,
            service,
            addressType,
            manager,
            ready,
            endpoints.size() - ready,
            ports.size(),
            changed,
            facts.at(meta.line)));
    endpoints.forEach(each -> each.tell(facts));
    ports.forEach(each -> each.tell(meta.namespace, service, meta.name, facts));
  }

  private final class Behind implements FieldReader {
    private final Reference target = new Reference(json);
    private List<String> addresses = List.of();
    // A condition that is not given is to be read as ready.
    private boolean ready = true;
    private boolean serving = true;
    private boolean terminating;
    private String node = "";
    private int line = json.line();

    @Override
    public void field(String name) throws IOException {
      switch (name) {
        case "addresses" -> {
          line = json.line();
          addresses = json.words();
        }
        case "conditions" -> json.fields(this::condition);
        case "nodeName" -> node = json.word();
        case "topology" -> json.fields(this::topology);
        case "targetRef" -> json.fields(target);
        default -> {}
      }
    }

    private void condition(String name) throws IOException {
      switch (name) {
        case "ready" -> ready = json.atNull() || json.flag();
        case "serving" -> serving = json.atNull() || json.flag();
        case "terminating" -> terminating = json.flag();
        default -> {}
      }
    }

    /** Before discovery.k8s.io/v1 the node is among the topology. */
    private void topology(String name) throws IOException {
      if (name.equals("kubernetes.io/hostname")) {
        node = json.word();
      }
    }

    private void tell(Facts facts) {
      for (String address : addresses) {
        facts.add(
            new Endpoint(
                meta.namespace,
                service,
                meta.name,
                address,
                ready,
                serving && (ready || terminating),
                terminating,
                node,
                target.kind,
                target.name,
                facts.at(line)));
      }
    }
  }
}
