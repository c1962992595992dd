package io.kwhy.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What names and lets in connections, as kubectl shows it. */
final class NetworkColumns {
  /** As many endpoints are shown. */
  private static final int SHOWN = 3;

  private NetworkColumns() {}

  static Columns service(Ages ages) {
    return new Columns()
        .text("Type", "spec", "type")
        .orNone("Cluster-IP", "spec", "clusterIP")
        .show("External-IP", NetworkColumns::external)
        .show("Port(s)", NetworkColumns::ports)
        .show("Age", ages::of)
        .wide(
            "Selector",
            service ->
                Columns.selector(Map.of("matchLabels", Tree.map(service, "spec", "selector"))));
  }

  static Columns endpoints(Ages ages) {
    return new Columns().show("Endpoints", NetworkColumns::endpoints).show("Age", ages::of);
  }

  static Columns endpointSlice(Ages ages) {
    return new Columns()
        .text("AddressType", "addressType")
        .show("Ports", slice -> few(texts(Tree.list(slice, "ports"), "port"), "<unset>"))
        .show("Endpoints", NetworkColumns::addresses)
        .show("Age", ages::of);
  }

  static Columns ingress(Ages ages) {
    return new Columns()
        .orNone("Class", "spec", "ingressClassName")
        .show("Hosts", NetworkColumns::hosts)
        .show("Address", NetworkColumns::balancers)
        .show("Ports", object -> Tree.list(object, "spec", "tls").isEmpty() ? "80" : "80, 443")
        .show("Age", ages::of);
  }

  static Columns ingressClass(Ages ages) {
    return new Columns()
        .text("Controller", "spec", "controller")
        .orNone("Parameters", "spec", "parameters", "name")
        .show("Age", ages::of);
  }

  static Columns networkPolicy(Ages ages) {
    return new Columns()
        .show("Pod-Selector", policy -> Columns.selector(Tree.map(policy, "spec", "podSelector")))
        .show("Age", ages::of);
  }

  private static String external(Map<?, ?> service) {
    String type = Tree.text(service, "spec", "type");
    if (type.equals("ExternalName")) {
      return Columns.orNone(Tree.text(service, "spec", "externalName"));
    }
    List<String> addresses = new ArrayList<>();
    if (!balancers(service).isEmpty()) {
      addresses.add(balancers(service));
    }
    Tree.list(service, "spec", "externalIPs").forEach(each -> addresses.add(String.valueOf(each)));
    return addresses.isEmpty() && type.equals("LoadBalancer")
        ? "<pending>"
        : Columns.orNone(String.join(",", addresses));
  }

  private static String balancers(Map<?, ?> object) {
    List<String> addresses = new ArrayList<>();
    for (Object ingress : Tree.list(object, "status", "loadBalancer", "ingress")) {
      String address = Tree.text(ingress, "ip");
      addresses.add(address.isEmpty() ? Tree.text(ingress, "hostname") : address);
    }
    return String.join(",", addresses);
  }

  private static String ports(Map<?, ?> service) {
    List<String> ports = new ArrayList<>();
    for (Object port : Tree.list(service, "spec", "ports")) {
      String node = Columns.number(port, "nodePort");
      ports.add(
          Tree.text(port, "port")
              + (node.equals("0") ? "" : ":" + node)
              + "/"
              + Tree.text(port, "protocol"));
    }
    return Columns.orNone(String.join(",", ports));
  }

  private static String endpoints(Map<?, ?> endpoints) {
    List<String> all = new ArrayList<>();
    for (Object subset : Tree.list(endpoints, "subsets")) {
      List<String> addresses = texts(Tree.list(subset, "addresses"), "ip");
      List<String> ports = texts(Tree.list(subset, "ports"), "port");
      if (ports.isEmpty()) {
        all.addAll(addresses);
      }
      for (String port : ports) {
        addresses.forEach(address -> all.add(withPort(address, port)));
      }
    }
    return few(all, "<none>");
  }

  private static String withPort(String address, String port) {
    return (address.contains(":") ? "[" + address + "]" : address) + ":" + port;
  }

  private static String addresses(Map<?, ?> slice) {
    List<String> all = new ArrayList<>();
    for (Object endpoint : Tree.list(slice, "endpoints")) {
      Tree.list(endpoint, "addresses").forEach(address -> all.add(String.valueOf(address)));
    }
    return few(all, "<unset>");
  }

  private static String hosts(Map<?, ?> ingress) {
    List<String> hosts = texts(Tree.list(ingress, "spec", "rules"), "host");
    return hosts.isEmpty() ? "*" : few(hosts, "*");
  }

  private static List<String> texts(List<?> objects, String name) {
    return objects.stream()
        .map(object -> Tree.text(object, name))
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private static String few(List<String> all, String none) {
    String first = String.join(",", all.subList(0, Math.min(SHOWN, all.size())));
    int more = all.size() - SHOWN;
    return all.isEmpty() ? none : more > 0 ? first + " + " + more + " more..." : first;
  }
}
