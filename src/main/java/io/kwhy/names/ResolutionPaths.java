package io.kwhy.names;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Known;
import io.kwhy.fact.cluster.Node;
import io.kwhy.fact.cluster.Pod;
import io.kwhy.fact.names.NodeResolver;
import io.kwhy.fact.names.PodResolver;
import io.kwhy.fact.names.ResolutionPath;
import io.kwhy.fact.names.ResolutionPath.Candidate;
import io.kwhy.fact.names.ResolutionPath.Edge;
import io.kwhy.fact.names.ResolutionPath.State;
import io.kwhy.fact.probe.Probe;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Walks the way of a name: from a pod, or from a node as a usual pod there would ask. */
public final class ResolutionPaths {
  private static final String USUAL_NAMESPACE = "default";
  private static final int CLUSTER_NDOTS = 5;
  static final String ADDRESS = "[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]+";

  private final Known known;
  private final NodeResolvers hosts;

  /**
   * @param facts with what follows from them
   */
  public ResolutionPaths(Collection<? extends Fact> facts) {
    this.known = new Known(facts);
    this.hosts = new NodeResolvers(known);
  }

  /** Nodes that can be asked from: first those where a question met no answer at capture. */
  public List<String> nodes() {
    List<String> complaining = new ArrayList<>();
    for (Probe probe : known.all(Probe.class)) {
      boolean failed = probe.probe().startsWith("dns-") && !probe.result().equals("ok");
      if (failed && !complaining.contains(probe.node())) {
        complaining.add(probe.node());
      }
    }
    known.all(Node.class).stream()
        .map(Node::name)
        .filter(name -> !complaining.contains(name))
        .forEach(complaining::add);
    return complaining;
  }

  /** The way of a name from a pod; empty where there is no such pod. */
  public Optional<ResolutionPath> fromPod(String namespace, String pod, String name) {
    return known
        .all(Pod.class, each -> each.namespace().equals(namespace) && each.name().equals(pod))
        .stream()
        .findFirst()
        .map(found -> of(found, name.toLowerCase(Locale.ROOT)));
  }

  /** The way of a name from a pod of namespace default that would run on the node. */
  public ResolutionPath fromNode(String node, String name) {
    List<String> search = new ArrayList<>(clusterSearch(USUAL_NAMESPACE, domain(node)));
    hosts.of(node).map(NodeResolver::search).ifPresent(search::addAll);
    return path(
        name.toLowerCase(Locale.ROOT),
        "a pod of namespace " + USUAL_NAMESPACE,
        node,
        setting(node, "clusterDNS"),
        search,
        CLUSTER_NDOTS,
        new PacketEdges(known).ofPolicies("node", "", node));
  }

  private static List<String> clusterSearch(String namespace, String domain) {
    return List.of(namespace + ".svc." + domain, "svc." + domain, domain);
  }

  private String domain(String node) {
    return setting(node, "clusterDomain").stream().findFirst().orElse("cluster.local");
  }

  private List<String> setting(String node, String key) {
    return new KubeletSettings(known)
        .of(hosts.host(node), key).stream().map(KubeletSettings.Value::text).toList();
  }

  private ResolutionPath of(Pod pod, String name) {
    String from = "pod " + pod.namespace() + "/" + pod.name();
    Optional<PodResolver> resolver =
        known
            .all(
                PodResolver.class,
                each -> each.namespace().equals(pod.namespace()) && each.pod().equals(pod.name()))
            .stream()
            .findFirst();
    if (resolver.isEmpty()) {
      Edge unknown =
          new Edge("resolver", State.UNKNOWN, "whom " + from + " asks is not known", List.of(pod));
      return new ResolutionPath(
          name, from, pod.node(), List.of(), List.of(), 1, List.of(), List.of(unknown));
    }
    PodResolver found = resolver.get();
    return found.basis().equals("cluster")
        ? path(
            name,
            from,
            pod.node(),
            found.servers(),
            found.search(),
            found.ndots(),
            new PacketEdges(known).ofPolicies("pod", pod.namespace(), pod.name()))
        : apart(name, from, found);
  }

  private ResolutionPath path(
      String name,
      String from,
      String node,
      List<String> servers,
      List<String> search,
      int ndots,
      List<Edge> policies) {
    if (name.matches(ADDRESS)) {
      return address(name, from, node, servers, search, ndots);
    }
    List<Candidate> candidates = new Answers(known).of(Candidates.of(name, search, ndots));
    CorednsEdges coredns = new CorednsEdges(known);
    AskedEdges asked = new AskedEdges(known);
    RecordEdges records = new RecordEdges(known);
    List<Edge> edges = new ArrayList<>(coredns.ofCoredns());
    edges.addAll(coredns.ofService(servers));
    Candidate last = candidates.get(candidates.size() - 1);
    new CorednsConfiguration(known, hosts)
        .capture(last.name())
        .map(capture -> RecordEdges.captured(capture, last))
        .ifPresent(edges::add);
    edges.addAll(policies);
    edges.addAll(new PacketEdges(known).ofPackets(node));
    edges.addAll(asked.ofProbes(hosts.host(node), "dns-cluster"));
    if (last.found() || last.by().startsWith("CoreDNS") || records.namesNamespace(name)) {
      edges.add(records.ofCluster(last, candidates));
    } else {
      edges.addAll(asked.ofUpstreams(last.name()));
      edges.addAll(asked.ofProbes(hosts.host(node), "dns-external"));
      edges.add(RecordEdges.outside(last));
    }
    return new ResolutionPath(name, from, node, servers, search, ndots, candidates, edges);
  }

  /** The resolver takes it as it is. */
  private static ResolutionPath address(
      String name, String from, String node, List<String> servers, List<String> search, int ndots) {
    Edge edge =
        new Edge("record", State.WORKS, name + " is an address: nobody is asked", List.of());
    return new ResolutionPath(name, from, node, servers, search, ndots, List.of(), List.of(edge));
  }

  /** Whether CoreDNS would have had an answer for the pod. */
  private boolean isOfCluster(String name, PodResolver resolver) {
    List<String> search = clusterSearch(resolver.namespace(), domain(resolver.node()));
    List<Candidate> answers = new Answers(known).of(Candidates.of(name, search, CLUSTER_NDOTS));
    return answers.get(answers.size() - 1).found();
  }

  /** Of a pod that does not ask CoreDNS. */
  private ResolutionPath apart(String name, String from, PodResolver resolver) {
    List<Candidate> candidates = new ArrayList<>();
    String servers = String.join(", ", resolver.servers());
    for (String each : Candidates.of(name, resolver.search(), resolver.ndots())) {
      candidates.add(
          new Candidate(each, "asked of " + servers, "what they say is not known", false));
    }
    boolean ofCluster = isOfCluster(name, resolver);
    List<Edge> edges = new ArrayList<>();
    edges.add(
        new Edge(
            "resolver",
            ofCluster || resolver.servers().isEmpty() ? State.BROKEN : State.WORKS,
            from
                + " asks "
                + (servers.isEmpty() ? "nobody" : servers)
                + (ofCluster ? ", who know no name of the cluster" : ""),
            List.of(resolver)));
    edges.addAll(new AskedEdges(known).ofProbes(hosts.host(resolver.node()), "dns-upstream"));
    return new ResolutionPath(
        name,
        from,
        resolver.node(),
        resolver.servers(),
        resolver.search(),
        resolver.ndots(),
        candidates,
        edges);
  }
}
