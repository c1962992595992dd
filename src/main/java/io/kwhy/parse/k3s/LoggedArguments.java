package io.kwhy.parse.k3s;

import io.kwhy.fact.Fact;
import io.kwhy.fact.log.LogSignal;
import io.kwhy.fact.node.EffectiveArgument;
import io.kwhy.fact.node.K3sSetting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What a host's k3s was told, by what it says it starts the programs inside it with: {@code Running
 * kube-apiserver --service-cluster-ip-range=10.43.0.0/16 …}. This stands in where nobody captured
 * its configuration and its unit. An address in these lines may be one that k3s chose itself, and
 * is no setting.
 */
public final class LoggedArguments {
  private static final String SUFFIX = "-arguments";

  /** Arguments that are a setting of k3s handed on. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "kube-apiserver advertise-port", "advertise-port",
          "kube-apiserver service-cluster-ip-range", "service-cidr",
          "kube-apiserver service-node-port-range", "service-node-port-range",
          "kube-controller-manager cluster-cidr", "cluster-cidr",
          "kubelet cluster-dns", "cluster-dns",
          "kubelet cluster-domain", "cluster-domain",
          "kubelet resolv-conf", "resolv-conf");

  private LoggedArguments() {}

  /**
   * The arguments that logs tell, and the settings among them.
   *
   * @param facts with the signals of logs
   * @param wanted hosts whose settings are not known otherwise
   */
  public static List<Fact> of(List<Fact> facts, Predicate<String> wanted) {
    List<Fact> told = new ArrayList<>();
    for (LogSignal signal : latest(facts, wanted)) {
      String component = component(signal);
      signal
          .fields()
          .forEach((group, value) -> tell(signal, component, argument(group), value, told));
    }
    return told;
  }

  /** The last start of each program on each host. */
  private static Collection<LogSignal> latest(List<Fact> facts, Predicate<String> wanted) {
    Map<String, LogSignal> latest = new TreeMap<>();
    for (Fact fact : facts) {
      if (fact instanceof LogSignal signal
          && signal.signal().endsWith(SUFFIX)
          && wanted.test(signal.node())) {
        latest.merge(
            signal.node() + " " + signal.signal(),
            signal,
            (one, other) -> one.last().isAfter(other.last()) ? one : other);
      }
    }
    return latest.values();
  }

  private static void tell(
      LogSignal signal, String component, String name, String value, List<Fact> told) {
    if (value.isEmpty()) {
      return;
    }
    told.add(new EffectiveArgument(signal.node(), component, name, value, "log", signal.origin()));
    String setting = SETTINGS.get(component + " " + name);
    if (setting != null) {
      told.add(new K3sSetting(signal.node(), setting, value, "log", signal.origin()));
    }
  }

  private static String component(LogSignal signal) {
    return signal.signal().substring(0, signal.signal().length() - SUFFIX.length());
  }

  /** The groups of an expression have no dashes: {@code maxPods} stands for {@code max-pods}. */
  private static String argument(String group) {
    return group.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
