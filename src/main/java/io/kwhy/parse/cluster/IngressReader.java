package io.kwhy.parse.cluster;

import io.kwhy.fact.cluster.Ingress;
import io.kwhy.fact.cluster.IngressBackend;
import io.kwhy.fact.cluster.IngressTls;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.FieldReader;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** An Ingress as networking.k8s.io/v1 or the older v1beta1 writes it. */
final class IngressReader extends ObjectReader {
  private String ingressClass = "";
  private String annotated = "";
  private final LoadBalancerReader balancer = new LoadBalancerReader(json);
  private final List<Backend> backends = new ArrayList<>();
  private List<Tls> certificates = List.of();
  private int line;
  private int annotatedLine;

  IngressReader(JsonCursor json) {
    super(json);
  }

  @Override
  void annotation(String name) throws IOException {
    if (name.equals("kubernetes.io/ingress.class")) {
      annotated = json.word();
      annotatedLine = json.line();
    }
  }

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
      case "ingressClassName" -> {
        ingressClass = json.word();
        line = json.line();
      }
      case "defaultBackend", "backend" -> backend("", "");
      case "rules" ->
          backends.addAll(
              json.objects(Rule::new).stream().flatMap(rule -> rule.backends()).toList());
      case "tls" -> certificates = json.objects(Tls::new);
      default -> {}
    }
  }

  private void backend(String host, String path) throws IOException {
    Backend backend = new Backend();
    backend.host = host;
    backend.path = path;
    if (json.fields(backend)) {
      backends.add(backend);
    }
  }

  @Override
  void tell(Facts facts) {
    boolean byAnnotation = ingressClass.isEmpty() && !annotated.isEmpty();
    int place = byAnnotation ? annotatedLine : line;
    facts.add(
        new Ingress(
            meta.namespace,
            meta.name,
            byAnnotation ? annotated : ingressClass,
            byAnnotation,
            balancer.addresses(),
            meta.created,
            meta.deleting,
            facts.at(place == 0 ? meta.line : place)));
    for (Backend each : backends) {
      if (!each.service.isEmpty()) {
        facts.add(
            new IngressBackend(
                meta.namespace,
                meta.name,
                each.host,
                each.path,
                each.service,
                each.port,
                facts.at(each.line)));
      }
    }
    for (Tls each : certificates) {
      if (!each.secret.isEmpty()) {
        facts.add(
            new IngressTls(
                meta.namespace, meta.name, each.secret, each.hosts, facts.at(each.line)));
      }
    }
  }

  private final class Rule implements FieldReader {
    private String host = "";
    private List<Path> paths = List.of();

    @Override
    public void field(String name) throws IOException {
      switch (name) {
        case "host" -> host = json.word();
        case "http" ->
            json.fields(
                field -> {
                  if (field.equals("paths")) {
                    paths = json.objects(Path::new);
                  }
                });
        default -> {}
      }
    }

    private Stream<Backend> backends() {
      return paths.stream().map(path -> path.of(host));
    }
  }

  private final class Path implements FieldReader {
    private final Backend backend = new Backend();
    private String path = "/";

    @Override
    public void field(String name) throws IOException {
      switch (name) {
        case "path" -> path = json.word();
        case "backend" -> json.fields(backend);
        default -> {}
      }
    }

    private Backend of(String host) {
      backend.host = host;
      backend.path = path;
      return backend;
    }
  }

  private final class Backend implements FieldReader {
    private String host = "";
    private String path = "";
    private String service = "";
    private String port = "";
    private int line = json.line();

    @Override
    public void field(String name) throws IOException {
      switch (name) {
        case "service" -> json.fields(this::service);
        case "serviceName" -> {
          service = json.word();
          line = json.line();
        }
        case "servicePort" -> port = json.scalar();
        default -> {}
      }
    }

    private void service(String name) throws IOException {
      switch (name) {
        case "name" -> {
          service = json.word();
          line = json.line();
        }
        case "port" ->
            json.fields(
                field -> {
                  switch (field) {
                    case "name", "number" -> port = json.scalar();
                    default -> {}
                  }
                });
        default -> {}
      }
    }
  }

  private final class Tls implements FieldReader {
    private String secret = "";
    private List<String> hosts = List.of();
    private int line = json.line();

    @Override
    public void field(String name) throws IOException {
      switch (name) {
        case "secretName" -> {
          secret = json.word();
          line = json.line();
        }
        case "hosts" -> hosts = json.words();
        default -> {}
      }
    }
  }
}
