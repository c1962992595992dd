package io.kwhy.parse.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.cluster.Endpoint;
import io.kwhy.fact.cluster.EndpointSlice;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.FieldReader;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;
import java.util.List;

/** An Endpoints object, which older clusters have alone: subsets of addresses and ports. */
final class EndpointsReader extends ObjectReader {
  private String manager = "";
  private List<Subset> subsets = List.of();

  EndpointsReader(JsonCursor json) {
    super(json);
  }

  @Override
  void label(String name) throws IOException {
    if (name.equals("endpoints.kubernetes.io/managed-by")) {
      manager = json.word();
    }
  }

  @Override
  void section(String name) throws IOException {
    if (name.equals("subsets")) {
      subsets = json.objects(Subset::new);
    }
  }

  @Override
  void tell(Facts facts) {
    facts.add(
        new EndpointSlice(
            "Endpoints",
            meta.namespace,
            meta.name,
            meta.name,
            "",
            manager,
            subsets.stream().mapToInt(each -> each.ready.size()).sum(),
            subsets.stream().mapToInt(each -> each.notReady.size()).sum(),
            subsets.stream().mapToInt(each -> each.ports.size()).sum(),
            Fact.UNKNOWN_TIME,
            facts.at(meta.line)));
    for (Subset subset : subsets) {
      subset.ready.forEach(each -> each.tell(true, facts));
      subset.notReady.forEach(each -> each.tell(false, facts));
      subset.ports.forEach(each -> each.tell(meta.namespace, meta.name, "", facts));
    }
  }

  private final class Subset implements FieldReader {
    private List<Address> ready = List.of();
    private List<Address> notReady = List.of();
    private List<EndpointPortReader> ports = List.of();

    @Override
    public void field(String name) throws IOException {
      switch (name) {
        case "addresses" -> ready = json.objects(Address::new);
        case "notReadyAddresses" -> notReady = json.objects(Address::new);
        case "ports" -> ports = json.objects(() -> new EndpointPortReader(json));
        default -> {}
      }
    }
  }

  private final class Address implements FieldReader {
    private final Reference target = new Reference(json);
    private String ip = "";
    private String node = "";
    private int line = json.line();

    @Override
    public void field(String name) throws IOException {
      switch (name) {
        case "ip" -> {
          ip = json.word();
          line = json.line();
        }
        case "nodeName" -> node = json.word();
        case "targetRef" -> json.fields(target);
        default -> {}
      }
    }

    private void tell(boolean isReady, Facts facts) {
      facts.add(
          new Endpoint(
              meta.namespace,
              meta.name,
              "",
              ip,
              isReady,
              isReady,
              false,
              node,
              target.kind,
              target.name,
              facts.at(line)));
    }
  }
}
