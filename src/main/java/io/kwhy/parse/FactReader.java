package io.kwhy.parse;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.Source;
import io.kwhy.bundle.redaction.ScryptHash;
import io.kwhy.fact.Fact;
import io.kwhy.fact.log.Signal;
import io.kwhy.parse.cluster.ClusterParsers;
import io.kwhy.parse.host.HostParsers;
import io.kwhy.parse.k3s.Certificates;
import io.kwhy.parse.k3s.ContainerdFiles;
import io.kwhy.parse.k3s.KubeletConfig;
import io.kwhy.parse.k3s.NodePasswordChecks;
import io.kwhy.parse.k3s.Registries;
import io.kwhy.parse.log.SignalMatcher;
import io.kwhy.parse.network.NetworkParsers;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** A bundle in, its facts out: always in the same order, and each source captured or not. */
public final class FactReader {
  private final Map<Source, Parser> parsers = new EnumMap<>(Source.class);
  private final SignalMatcher signals;
  private final BiPredicate<String, String> fits;

  /**
   * @param signals what log messages mean
   */
  public FactReader(List<Signal> signals) {
    this(signals, ScryptHash::accepts);
  }

  /**
   * @param signals what log messages mean
   * @param fits whether the hash of a node password, the first, was made of a password, the second
   */
  public FactReader(List<Signal> signals, BiPredicate<String, String> fits) {
    this.fits = fits;
    this.signals = SignalMatcher.of(signals);
    parsers.putAll(ClusterParsers.all());
    parsers.putAll(HostParsers.all());
    parsers.putAll(NetworkParsers.all());
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
    return new BundleReading(parsers, signals, fits, bundle, ahead).facts();
  }
}
