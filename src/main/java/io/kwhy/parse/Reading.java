package io.kwhy.parse;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.Capture;
import io.kwhy.bundle.Entry;
import io.kwhy.bundle.Layout;
import io.kwhy.bundle.Manifest;
import io.kwhy.bundle.Place;
import io.kwhy.bundle.Source;
import io.kwhy.fact.CaptureTime;
import io.kwhy.fact.Fact;
import io.kwhy.fact.Gap;
import io.kwhy.fact.Origin;
import io.kwhy.fact.cluster.Node;
import io.kwhy.fact.cluster.Pod;
import io.kwhy.fact.node.HostProcess;
import io.kwhy.fact.node.Hostname;
import io.kwhy.fact.node.K3sVersion;
import io.kwhy.fact.node.NodeName;
import io.kwhy.parse.k3s.FingerprintChecks;
import io.kwhy.parse.k3s.K3sSettings;
import io.kwhy.parse.k3s.LoggedArguments;
import io.kwhy.parse.k3s.NodePasswords;
import io.kwhy.parse.k3s.UnknownFlags;
import io.kwhy.parse.log.LogParser;
import io.kwhy.parse.log.SignalMatcher;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;

/** One run over one bundle. */
final class Reading {
  private final Map<Source, Parser> parsers;
  private final Bundle bundle;
  private final ReadAhead ahead;
  private final List<Fact> facts = new ArrayList<>();
  private final Map<String, CapturedHost> hosts = new TreeMap<>();
  private final CapturedHost cluster = new CapturedHost("", "");
  private final SignalMatcher signals;
  private final BiPredicate<String, String> fits;
  private HostNames names;
  private Manifest manifest;
  private LogParser logs;

  Reading(
      Map<Source, Parser> parsers,
      SignalMatcher signals,
      BiPredicate<String, String> fits,
      Bundle bundle,
      ReadAhead ahead) {
    this.parsers = parsers;
    this.bundle = bundle;
    this.ahead = ahead;
    this.signals = signals;
    this.fits = fits;
  }

  List<Fact> facts() {
    Manifest said = bundle.manifest();
    facts.add(new CaptureTime(said.product(), said.collectedAt(), Origin.of(HostFacts.MANIFEST)));
    facts.addAll(bundle.gaps());
    sortClusterEntries();
    readSources(cluster, Source.Scope.CLUSTER);
    names = HostNames.of(bundle, facts);
    manifest = names.of(said);
    logs = new LogParser(signals, manifest);
    sortHostEntries();
    facts.addAll(HostFacts.of(manifest, hosts.values()));
    readSources(cluster, Source.Scope.POD);
    for (CapturedHost host : hosts.values()) {
      readSources(host, Source.Scope.HOST);
    }
    facts.replaceAll(names::of);
    Map<String, NodeName> registering = readSettings();
    readNodePasswords(registering);
    facts.addAll(logs.finish(hostsOfPods()));
    facts.addAll(UnknownFlags.inLogs(facts, this::roleOf));
    facts.addAll(LoggedArguments.of(facts, this::hasOnlyLogs));
    SourceFacts sources = new SourceFacts(bundle, manifest);
    for (CapturedHost host : hosts.values()) {
      facts.addAll(sources.of(host, Source.Scope.HOST));
    }
    facts.addAll(sources.of(cluster, Source.Scope.CLUSTER));
    Set<String> known = new HashSet<>(hosts.keySet());
    registering.values().forEach(name -> known.add(name.name()));
    facts.addAll(HostFacts.strangers(facts, known));
    return List.copyOf(facts);
  }

  private void sortClusterEntries() {
    for (Entry entry : bundle.entries()) {
      Optional<Place> place = Layout.place(entry.path());
      if (place.isPresent() && place.get().node().isEmpty()) {
        cluster.add(new Input(place.get().source(), "", entry, bundle.manifest().collectedAt()));
      }
    }
  }

  private void sortHostEntries() {
    HostRoles roles = new HostRoles(bundle);
    for (String host : Layout.hosts(bundle)) {
      hosts.put(names.of(host), new CapturedHost(names.of(host), roles.of(host)));
    }
    for (Entry entry : bundle.entries()) {
      Optional<Place> place = Layout.place(entry.path());
      String node = place.map(Place::node).map(names::of).orElse("");
      if (hosts.containsKey(node)) {
        hosts.get(node).add(new Input(place.get().source(), node, entry, collectedAt(node)));
      }
    }
    hosts.values().forEach(this::fillLinks);
  }

  private void fillLinks(CapturedHost host) {
    try {
      host.fillLinks();
    } catch (IOException e) {
      facts.add(new Gap(Origin.of(names.folder(host.node())), unreadable(e)));
    }
  }

  private Instant collectedAt(String node) {
    Manifest.HostRecord host = manifest.nodes().get(node);
    return host == null || host.collectedAt().equals(Fact.UNKNOWN_TIME)
        ? manifest.collectedAt()
        : host.collectedAt();
  }

  private void readSources(CapturedHost owner, Source.Scope scope) {
    for (Source source : Source.values()) {
      if (source.scope() == scope) {
        readSource(owner, source);
      }
    }
  }

  private void readSource(CapturedHost owner, Source source) {
    for (Input input : owner.of(source)) {
      EntryFacts read = parsed(owner, input);
      facts.addAll(read.facts());
      // The plain form of a command is read where the JSON form was no good.
      if (source.capture() instanceof Capture.HostCommand && read.complete()) {
        break;
      }
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
    Map<String, NodeName> registering = new LinkedHashMap<>();
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
                registering.put(host.node(), name);
              }
            });
      } catch (IOException e) {
        facts.add(new Gap(Origin.of(names.folder(host.node())), unreadable(e)));
      }
    }
    return registering;
  }

  private boolean hasOnlyLogs(String node) {
    CapturedHost host = hosts.get(node);
    return host != null
        && host.of(Source.K3S_CONFIG).isEmpty()
        && host.of(Source.K3S_UNIT).isEmpty();
  }

  private String roleOf(String node) {
    CapturedHost host = hosts.get(node);
    return host == null ? "" : host.role();
  }

  private void readNodePasswords(Map<String, NodeName> registering) {
    Set<String> settled = new HashSet<>();
    for (Fact fact : facts) {
      if (fact instanceof Node node && node.ready().equals("True")) {
        settled.add(node.name());
      }
    }
    try {
      NodePasswords.read(
          List.copyOf(hosts.values()),
          registering,
          settled,
          cluster.of(Source.SECRETS),
          cluster::facts,
          fits,
          facts::add);
      facts.addAll(FingerprintChecks.of(facts, registering));
    } catch (IOException e) {
      facts.add(new Gap(Origin.of("nodes"), unreadable(e)));
    }
  }

  private static String unreadable(IOException e) {
    return "could not be read to its end: " + e.getMessage();
  }
}
