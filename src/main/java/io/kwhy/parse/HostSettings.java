package io.kwhy.parse;

import io.kwhy.bundle.Source;
import io.kwhy.fact.Fact;
import io.kwhy.fact.cluster.Node;
import io.kwhy.fact.node.HostProcess;
import io.kwhy.fact.node.Hostname;
import io.kwhy.fact.node.K3sVersion;
import io.kwhy.fact.node.NodeName;
import io.kwhy.parse.k3s.FingerprintChecks;
import io.kwhy.parse.k3s.K3sSettings;
import io.kwhy.parse.k3s.NodePasswords;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * What k3s is told on each host, the name that it registers under and the password that it shows
 * for it: that takes several entries of a host, and facts of others.
 */
final class HostSettings {
  /** Where k3s may be told something, besides its command line. */
  private static final Set<Source> SOURCES =
      Set.of(Source.K3S_CONFIG, Source.K3S_UNIT, Source.K3S_ENVIRONMENT);

  private final CapturedHosts hosts;

  /** All that was read; it takes what is read here. */
  private final List<Fact> facts;

  private final Map<String, List<HostProcess>> processes = new TreeMap<>();
  private final Map<String, Hostname> hostnames = new TreeMap<>();
  private final Map<String, Integer> versions = new TreeMap<>();
  private final Map<String, NodeName> registering = new LinkedHashMap<>();

  private HostSettings(CapturedHosts hosts, List<Fact> facts) {
    this.hosts = hosts;
    this.facts = facts;
  }

  /**
   * Adds the settings of all hosts to the facts.
   *
   * @return the names that hosts register under, by host
   */
  static Map<String, NodeName> read(CapturedHosts hosts, List<Fact> facts) {
    HostSettings settings = new HostSettings(hosts, facts);
    facts.forEach(settings::note);
    hosts.all().forEach(settings::read);
    return settings.registering;
  }

  private void note(Fact fact) {
    if (fact instanceof HostProcess process) {
      processes.computeIfAbsent(process.node(), key -> new ArrayList<>()).add(process);
    } else if (fact instanceof Hostname hostname) {
      hostnames.put(hostname.node(), hostname);
    } else if (fact instanceof K3sVersion version) {
      versions.put(version.node(), version.minor());
    }
  }

  private void read(CapturedHost host) {
    try {
      K3sSettings.read(
          host,
          versions.getOrDefault(host.node(), 0),
          processes.getOrDefault(host.node(), List.of()),
          Optional.ofNullable(hostnames.get(host.node())),
          fact -> add(host, fact));
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // Without the rest of them, a setting that is not among the facts may well be set.
      host.markUnread(SOURCES);
      hosts.tellUnread(host, e);
    }
  }

  private void add(CapturedHost host, Fact fact) {
    facts.add(fact);
    if (fact instanceof NodeName name) {
      registering.put(host.node(), name);
    }
  }

  /**
   * Adds what becomes of the passwords that hosts show.
   *
   * @param registering the names that hosts register under, by host
   * @param fits whether a hash, the first, was made of a password, the second
   */
  static void checkPasswords(
      CapturedHosts hosts,
      CapturedHost cluster,
      Map<String, NodeName> registering,
      BiPredicate<String, String> fits,
      List<Fact> facts) {
    Set<String> settled = new HashSet<>();
    for (Fact fact : facts) {
      if (fact instanceof Node node && node.ready().equals("True")) {
        settled.add(node.name());
      }
    }
    NodePasswords.read(
        List.copyOf(hosts.all()),
        registering,
        settled,
        cluster.of(Source.SECRETS),
        cluster::facts,
        fits,
        facts::add);
    facts.addAll(FingerprintChecks.of(facts, registering));
  }
}
