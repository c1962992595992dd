package io.kwhy.collect;

import io.kwhy.bundle.Entry;
import io.kwhy.bundle.Source;
import io.kwhy.bundle.draft.Draft;
import io.kwhy.collect.access.Access;
import io.kwhy.collect.access.NoClusterException;
import io.kwhy.collect.cluster.ClusterCollector;
import io.kwhy.collect.node.NodeCollector;
import io.kwhy.collect.node.NodeRun;
import io.kwhy.collect.node.NodeScript;
import io.kwhy.collect.node.NodeShell;
import io.kwhy.collect.node.NodeTarget;
import io.kwhy.collect.node.NodeTargets;
import io.kwhy.collect.node.ShellRun;
import io.kwhy.collect.pod.LookPod;
import io.kwhy.collect.pod.NodeImages;
import io.kwhy.collect.pod.PodRun;
import io.kwhy.collect.probe.ClusterEdges;
import io.kwhy.collect.probe.ProbeScript;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** One look at a cluster and its hosts, kept as a bundle in the making. */
public final class Look {
  /** How hosts are looked at. */
  public enum Nodes {
    local,
    ssh,
    pod,
    none
  }

  /**
   * What is to be looked at, and how.
   *
   * @param nodes {@code null} for this host if it is one of k3s's, else none
   * @param hosts addresses by names of hosts, in place of or beside what the Nodes say
   * @param sshOptions more options of ssh
   * @param pod what runs on each Node if hosts are looked at by pods
   * @param probes whether hosts send a few packets to each other
   */
  public record Wanted(
      Access.Wanted access,
      Nodes nodes,
      Map<String, String> hosts,
      List<String> sshOptions,
      String sshUser,
      boolean sudo,
      LookPod pod,
      boolean probes,
      int hours) {}

  private static final Duration HOST_TIMEOUT = Duration.ofMinutes(3);
  private final Wanted wanted;
  private final Map<String, String> environment;
  private final Clock clock;
  private final Consumer<String> progress;
  private final Instant startedAt;

  /**
   * @param environment of the process
   * @param progress is told what goes on, a line each
   */
  public Look(
      Wanted wanted, Map<String, String> environment, Clock clock, Consumer<String> progress) {
    this.wanted = wanted;
    this.environment = environment;
    this.clock = clock;
    this.progress = progress;
    this.startedAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  /** What the bundle will have for its moment. */
  public Instant startedAt() {
    return startedAt;
  }

  /**
   * What there is to see. The caller closes it.
   *
   * @throws NoClusterException if there is neither a cluster nor a host to look at
   */
  public Draft take() throws IOException, NoClusterException {
    return take(list -> {});
  }

  /**
   * What there is to see. The caller closes it.
   *
   * @param onList is told each list of objects when it begins, to read it while it comes
   * @throws NoClusterException if there is neither a cluster nor a host to look at
   */
  public Draft take(Consumer<Entry> onList) throws IOException, NoClusterException {
    Draft draft = new Draft("k3s", startedAt, onList);
    try {
      Nodes nodes = wanted.nodes() == null ? usual() : wanted.nodes();
      look(draft, nodes);
      return draft;
    } catch (IOException | NoClusterException | RuntimeException e) {
      draft.close();
      throw e;
    }
  }

  private static Nodes usual() {
    return ThisHost.isOfK3s() ? Nodes.local : Nodes.none;
  }

  /** Without a cluster a host can still be looked at: that may be why there is none. */
  private void look(Draft draft, Nodes nodes) throws IOException, NoClusterException {
    try (ClusterCollector cluster = ClusterCollector.of(wanted.access(), environment, draft)) {
      progress.accept("reading " + cluster.server());
      boolean answered = cluster.collect();
      if (!answered && looksAtNoHost(nodes)) {
        progress.accept(
            "the API server tells nothing, and no host is looked at: --nodes ssh --host NAME=ADDRESS"
                + " looks at hosts that you name, and capture --print-script prints what looks at"
                + " the one that it is run on");
      } else if (answered && nodes == Nodes.none && wanted.nodes() == null) {
        progress.accept(
            "the hosts are not looked at; --nodes ssh or --nodes pod looks at them, too");
      }
      hosts(draft, nodes, answered ? cluster::passwordHash : name -> "");
    } catch (NoClusterException e) {
      if (looksAtNoHost(nodes)) {
        throw e;
      }
      draft.gap("cluster", e.getMessage());
      hosts(draft, nodes, name -> "");
    }
  }

  /** Where no cluster says which hosts there are. */
  private boolean looksAtNoHost(Nodes nodes) {
    return switch (nodes) {
      case none, pod -> true;
      case ssh -> wanted.hosts().isEmpty();
      case local -> false;
    };
  }

  private void hosts(Draft draft, Nodes nodes, UnaryOperator<String> hashes) throws IOException {
    List<NodeTarget> known = known(draft);
    for (NodeTarget target : known) {
      draft.host(target.name(), target.role(), target.hostname(), target.addresses(), false);
    }
    switch (nodes) {
      case local ->
          collect(
              draft, List.of(ThisHost.among(known)), shell(NodeShell.local(wanted.sudo())), hashes);
      case ssh ->
          collect(
              draft,
              NodeTargets.named(known, wanted.hosts()),
              shell(NodeShell.ssh(wanted.sshOptions(), wanted.sshUser(), wanted.sudo())),
              hashes);
      case pod -> byPods(draft, known, hashes);
      case none -> {}
    }
  }

  private static NodeRun shell(NodeShell shell) {
    return new ShellRun(shell, HOST_TIMEOUT);
  }

  private void byPods(Draft draft, List<NodeTarget> known, UnaryOperator<String> hashes)
      throws IOException {
    if (known.isEmpty()) {
      draft.gap("nodes", "no Nodes are known on which pods could run");
      return;
    }
    try (PodRun pods =
        new PodRun(
            Access.find(wanted.access(), environment), wanted.pod(), images(draft), progress)) {
      progress.accept(pods.announcement(known));
      collect(draft, known, pods, hashes);
    } catch (NoClusterException e) {
      draft.gap("nodes", e.getMessage());
    }
  }

  private static Map<String, String> images(Draft draft) {
    try (InputStream nodes = draft.open(Source.NODES.capture().entries().get(0))) {
      return NodeImages.in(nodes);
    } catch (IOException e) {
      return Map.of();
    }
  }

  private void collect(
      Draft draft, List<NodeTarget> targets, NodeRun run, UnaryOperator<String> hashes)
      throws IOException {
    progress.accept("looking at " + targets.size() + (targets.size() == 1 ? " host" : " hosts"));
    ClusterEdges edges = ClusterEdges.of(draft);
    new NodeCollector(run, target -> script(target, edges), draft, hashes, clock).collect(targets);
  }

  private String script(NodeTarget target, ClusterEdges edges) {
    String probes = wanted.probes() ? ProbeScript.text(edges, target.name(), clock.instant()) : "";
    // What a pod prints is kept in a log on its host for a while.
    NodeScript.Passwords passwords =
        wanted.nodes() == Nodes.pod
            ? NodeScript.Passwords.FINGERPRINTS
            : NodeScript.Passwords.STREAMED;
    return new NodeScript(passwords, wanted.hours(), probes).text();
  }

  private static List<NodeTarget> known(Draft draft) {
    try (InputStream nodes = draft.open(Source.NODES.capture().entries().get(0))) {
      List<NodeTarget> said = NodeTargets.in(nodes);
      List<NodeTarget> named = said.stream().filter(NodeTarget::isNamed).toList();
      if (named.size() < said.size()) {
        draft.gap(
            "nodes",
            "expected names of Nodes, found others; "
                + (said.size() - named.size())
                + " hosts were not looked at");
      }
      return named;
    } catch (IOException e) {
      return List.of();
    }
  }
}
