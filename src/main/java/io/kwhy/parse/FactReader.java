package io.kwhy.parse;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.Draft;
import io.kwhy.bundle.Entry;
import io.kwhy.bundle.Layout;
import io.kwhy.bundle.Manifest;
import io.kwhy.bundle.Place;
import io.kwhy.bundle.Source;
import io.kwhy.fact.CaptureTime;
import io.kwhy.fact.Captured;
import io.kwhy.fact.Fact;
import io.kwhy.fact.Gap;
import io.kwhy.fact.NotCaptured;
import io.kwhy.fact.Origin;
import io.kwhy.fact.cluster.Node;
import io.kwhy.fact.cluster.Pod;
import io.kwhy.fact.log.Signal;
import io.kwhy.fact.node.Host;
import io.kwhy.fact.node.HostProcess;
import io.kwhy.fact.node.Hostname;
import io.kwhy.fact.node.K3sVersion;
import io.kwhy.fact.node.NodeName;
import io.kwhy.parse.cluster.ClusterParsers;
import io.kwhy.parse.host.HostParsers;
import io.kwhy.parse.k3s.Certificates;
import io.kwhy.parse.k3s.ContainerdFiles;
import io.kwhy.parse.k3s.FingerprintChecks;
import io.kwhy.parse.k3s.K3sSettings;
import io.kwhy.parse.k3s.KubeletConfig;
import io.kwhy.parse.k3s.NodePasswordChecks;
import io.kwhy.parse.k3s.NodePasswords;
import io.kwhy.parse.k3s.Registries;
import io.kwhy.parse.k3s.UnknownFlags;
import io.kwhy.parse.log.LogParser;
import io.kwhy.parse.log.SignalMatcher;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/** A bundle in, its facts out: always in the same order, and each source captured or not. */
public final class FactReader {
  /** Stands for a host as a whole among the sources. */
  private static final String HOST = "host";

  private static final String MANIFEST = "bundle.json";

  private final Map<Source, Parser> parsers = new EnumMap<>(Source.class);
  private final SignalMatcher signals;

  /**
   * @param signals what log messages mean
   */
  public FactReader(List<Signal> signals) {
    this.signals = SignalMatcher.of(signals);
    parsers.putAll(ClusterParsers.all());
    parsers.putAll(HostParsers.all());
    parsers.put(Source.AGENT_CERTIFICATES, Certificates::parse);
    parsers.put(Source.SERVER_CERTIFICATES, Certificates::parse);
    parsers.put(Source.KUBELET_CONFIG, KubeletConfig::parse);
    parsers.put(Source.REGISTRIES, Registries::parse);
    parsers.put(Source.CONTAINERD_CONFIG, ContainerdFiles::check);
    parsers.put(Source.CONTAINERD_TEMPLATE, ContainerdFiles::template);
    parsers.put(Source.NODE_PASSWORD_CHECK, NodePasswordChecks::parse);
  }

  /** All facts of a bundle, gaps among them. */
  public List<Fact> read(Bundle bundle) {
    return read(bundle, ReadAhead.none());
  }

  /**
   * All facts of a bundle, gaps among them.
   *
   * @param ahead has read some of it while it was collected
   */
  public List<Fact> read(Bundle bundle, ReadAhead ahead) {
    return new Reading(bundle, ahead).facts();
  }

  /** One run over one bundle. */
  private final class Reading {
    private final Bundle bundle;
    private final ReadAhead ahead;
    private final List<Fact> facts = new ArrayList<>();
    private final Map<String, CapturedHost> hosts = new TreeMap<>();
    private final CapturedHost cluster = new CapturedHost("", "");
    private final LogParser logs;

    Reading(Bundle bundle, ReadAhead ahead) {
      this.bundle = bundle;
      this.ahead = ahead;
      this.logs = new LogParser(signals, bundle.manifest());
    }

    List<Fact> facts() {
      Manifest manifest = bundle.manifest();
      facts.add(new CaptureTime(manifest.product(), manifest.collectedAt(), Origin.of(MANIFEST)));
      facts.addAll(bundle.gaps());
      sortEntries();
      describeHosts();
      readSources(cluster, Source.Scope.CLUSTER);
      readSources(cluster, Source.Scope.POD);
      for (CapturedHost host : hosts.values()) {
        readSources(host, Source.Scope.HOST);
      }
      Map<String, NodeName> names = readSettings();
      readNodePasswords(names);
      facts.addAll(logs.finish(hostsOfPods()));
      facts.addAll(UnknownFlags.inLogs(facts, this::roleOf));
      for (CapturedHost host : hosts.values()) {
        publishCaptured(host, Source.Scope.HOST);
      }
      publishCaptured(cluster, Source.Scope.CLUSTER);
      describeStrangers(names);
      return List.copyOf(facts);
    }

    private void sortEntries() {
      HostRoles roles = new HostRoles(bundle);
      for (String name : Layout.hosts(bundle)) {
        hosts.put(name, new CapturedHost(name, roles.of(name)));
      }
      for (Entry entry : bundle.entries()) {
        Optional<Place> place = Layout.place(entry.path());
        if (place.isPresent()) {
          String node = place.get().node();
          CapturedHost owner = node.isEmpty() ? cluster : hosts.get(node);
          if (owner != null) {
            owner.add(new Input(place.get().source(), node, entry, collectedAt(node)));
          }
        }
      }
      hosts.values().forEach(this::fillLinks);
    }

    private void fillLinks(CapturedHost host) {
      try {
        host.fillLinks();
      } catch (IOException e) {
        facts.add(new Gap(Origin.of("nodes/" + host.node()), unreadable(e)));
      }
    }

    private Instant collectedAt(String node) {
      Manifest.HostRecord host = bundle.manifest().nodes().get(node);
      return host == null || host.collectedAt().equals(Fact.UNKNOWN_TIME)
          ? bundle.manifest().collectedAt()
          : host.collectedAt();
    }

    private void describeHosts() {
      bundle
          .manifest()
          .nodes()
          .forEach(
              (name, host) ->
                  facts.add(
                      new Host(
                          name,
                          host.role(),
                          host.hostname(),
                          host.addresses(),
                          host.collected(),
                          new Origin(MANIFEST, host.line()))));
      for (CapturedHost host : hosts.values()) {
        Manifest.HostRecord described = bundle.manifest().nodes().get(host.node());
        Origin origin = new Origin(MANIFEST, described == null ? 0 : described.line());
        if (described == null && host.hasEntries()) {
          facts.add(new Host(host.node(), host.role(), host.node(), List.of(), true, origin));
        }
        facts.add(
            host.hasEntries()
                ? new Captured(HOST, host.node(), origin)
                : new NotCaptured(HOST, host.node(), why(host), origin));
      }
    }

    /** Nodes that the cluster knows and nobody looked at. */
    private void describeStrangers(Map<String, NodeName> names) {
      Set<String> known = new HashSet<>(hosts.keySet());
      names.values().forEach(name -> known.add(name.name()));
      List<Fact> strangers = new ArrayList<>();
      for (Fact fact : facts) {
        if (fact instanceof Node node && !known.contains(node.name())) {
          strangers.add(
              new NotCaptured(HOST, node.name(), "the host was not looked at", node.origin()));
        }
      }
      facts.addAll(strangers);
    }

    private void readSources(CapturedHost owner, Source.Scope scope) {
      for (Source source : Source.values()) {
        if (source.scope() == scope) {
          readSource(owner, source);
        }
      }
    }

    private void readSource(CapturedHost owner, Source source) {
      boolean settled = false;
      for (Input input : owner.of(source)) {
        if (settled) {
          continue;
        }
        EntryFacts read = parsed(owner, input);
        // The plain form of a command is read where the JSON form was no good.
        settled = source.capture() instanceof Source.Capture.HostCommand && read.complete();
        facts.addAll(read.facts());
      }
    }

    private EntryFacts parsed(CapturedHost owner, Input input) {
      Optional<EntryFacts> known = ahead.facts(input);
      if (known.isPresent()) {
        owner.settle(input, known.get());
        return known.get();
      }
      EntryFacts read = owner.facts(input);
      if (LogParser.reads(input.source())) {
        read.read(input, (log, facts) -> logs.add(log));
      } else if (parsers.containsKey(input.source())) {
        read.read(input, parsers.get(input.source()));
      }
      return read;
    }

    private BinaryOperator<String> hostsOfPods() {
      Map<String, String> hosts = new HashMap<>();
      for (Fact fact : facts) {
        if (fact instanceof Pod pod) {
          hosts.put(pod.namespace() + "/" + pod.name(), pod.node());
        }
      }
      return (namespace, pod) -> hosts.getOrDefault(namespace + "/" + pod, "");
    }

    private Map<String, NodeName> readSettings() {
      Map<String, NodeName> names = new LinkedHashMap<>();
      Map<String, List<HostProcess>> processes = new TreeMap<>();
      Map<String, Hostname> hostnames = new TreeMap<>();
      Map<String, Integer> versions = new TreeMap<>();
      for (Fact fact : facts) {
        if (fact instanceof HostProcess process) {
          processes.computeIfAbsent(process.node(), key -> new ArrayList<>()).add(process);
        } else if (fact instanceof Hostname hostname) {
          hostnames.put(hostname.node(), hostname);
        } else if (fact instanceof K3sVersion version) {
          versions.put(version.node(), version.minor());
        }
      }
      for (CapturedHost host : hosts.values()) {
        try {
          K3sSettings.read(
              host,
              versions.getOrDefault(host.node(), 0),
              processes.getOrDefault(host.node(), List.of()),
              Optional.ofNullable(hostnames.get(host.node())),
              fact -> {
                facts.add(fact);
                if (fact instanceof NodeName name) {
                  names.put(host.node(), name);
                }
              });
        } catch (IOException e) {
          facts.add(new Gap(Origin.of("nodes/" + host.node()), unreadable(e)));
        }
      }
      return names;
    }

    private String roleOf(String node) {
      CapturedHost host = hosts.get(node);
      return host == null ? "" : host.role();
    }

    private void readNodePasswords(Map<String, NodeName> names) {
      Set<String> settled = new HashSet<>();
      for (Fact fact : facts) {
        if (fact instanceof Node node && node.ready().equals("True")) {
          settled.add(node.name());
        }
      }
      try {
        NodePasswords.read(
            List.copyOf(hosts.values()),
            names,
            settled,
            cluster.of(Source.SECRETS),
            cluster::facts,
            facts::add);
        facts.addAll(FingerprintChecks.of(facts, names));
      } catch (IOException e) {
        facts.add(new Gap(Origin.of("nodes"), unreadable(e)));
      }
    }

    private static String unreadable(IOException e) {
      return "could not be read to its end: " + e.getMessage();
    }

    private void publishCaptured(CapturedHost owner, Source.Scope scope) {
      for (Source source : Source.values()) {
        if (source.scope() == scope) {
          publishCaptured(owner, source);
        }
      }
    }

    private void publishCaptured(CapturedHost owner, Source source) {
      List<Input> inputs = owner.of(source);
      if (inputs.isEmpty()) {
        facts.add(new NotCaptured(source.id(), owner.node(), why(owner), Origin.of(MANIFEST)));
        return;
      }
      boolean alternatives = source.capture() instanceof Source.Capture.HostCommand;
      boolean complete = !alternatives && inputs.stream().noneMatch(input -> isPart(input.path()));
      for (Input input : inputs) {
        EntryFacts read = owner.facts(input);
        facts.addAll(read.gaps());
        complete = alternatives ? complete || read.complete() : complete && read.complete();
      }
      Origin origin = Origin.of(inputs.get(0).path());
      facts.add(
          complete
              ? new Captured(source.id(), owner.node(), origin)
              : new NotCaptured(source.id(), owner.node(), "only in part", origin));
    }

    /** The collector itself says where it got less than there is. */
    private boolean isPart(String entry) {
      return bundle.gaps().stream()
          .anyMatch(
              gap -> gap.origin().entry().equals(entry) && gap.problem().startsWith(Draft.PART));
    }

    private String why(CapturedHost owner) {
      Manifest.HostRecord host = bundle.manifest().nodes().get(owner.node());
      return host != null && !host.collected()
          ? "the host could not be logged in to"
          : "not in the bundle";
    }
  }
}
