package io.kwhy.parse;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.Capture;
import io.kwhy.bundle.Manifest;
import io.kwhy.bundle.Source;
import io.kwhy.fact.CaptureTime;
import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import io.kwhy.fact.cluster.Pod;
import io.kwhy.fact.node.NodeName;
import io.kwhy.parse.k3s.LoggedArguments;
import io.kwhy.parse.k3s.UnknownFlags;
import io.kwhy.parse.log.LogParser;
import io.kwhy.parse.log.SignalMatcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;

/** One run over one bundle: what is read when, as some of it takes facts that others gave. */
final class BundleReading {
  private final Map<Source, Parser> parsers;
  private final Bundle bundle;
  private final ReadAhead ahead;
  private final List<Fact> facts = new ArrayList<>();
  private final SignalMatcher signals;
  private final BiPredicate<String, String> fits;
  private LogParser logs;

  BundleReading(
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
    facts.add(new CaptureTime(said.product(), said.collectedAt(), Origin.of(Manifest.ENTRY)));
    facts.addAll(bundle.gaps());
    CapturedHost cluster = CapturedHosts.cluster(bundle);
    readSources(cluster, Source.Scope.CLUSTER);
    NodeNames names = NodeNames.of(bundle, facts);
    Manifest manifest = names.of(said);
    logs = new LogParser(signals, manifest);
    CapturedHosts hosts = CapturedHosts.of(bundle, names, manifest, facts::add);
    facts.addAll(HostFacts.of(manifest, hosts.all()));
    readSources(cluster, Source.Scope.POD);
    for (CapturedHost host : hosts.all()) {
      readSources(host, Source.Scope.HOST);
    }
    facts.replaceAll(names::of);
    Map<String, NodeName> registering = HostSettings.read(hosts, facts);
    HostSettings.checkPasswords(hosts, cluster, registering, fits, facts);
    facts.addAll(logs.finish(hostsOfPods()));
    facts.addAll(UnknownFlags.inLogs(facts, hosts::role));
    facts.addAll(LoggedArguments.of(facts, hosts::hasOnlyLogs));
    SourceFacts sources = new SourceFacts(bundle, manifest);
    for (CapturedHost host : hosts.all()) {
      facts.addAll(sources.of(host, Source.Scope.HOST));
    }
    facts.addAll(sources.of(cluster, Source.Scope.CLUSTER));
    Set<String> known = new HashSet<>(hosts.names());
    registering.values().forEach(name -> known.add(name.name()));
    facts.addAll(HostFacts.strangers(facts, known));
    return List.copyOf(facts);
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
      Parser log = (entry, facts) -> logs.add(entry);
      log.attempt(input, read);
    } else if (parsers.containsKey(input.source())) {
      parsers.get(input.source()).attempt(input, read);
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
}
