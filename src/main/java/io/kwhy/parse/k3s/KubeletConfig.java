package io.kwhy.parse.k3s;

import io.kwhy.fact.node.KubeletSetting;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import java.io.IOException;
import java.util.Set;

/**
 * The configuration that k3s writes for kubelet, one file or several that override each other by
 * name.
 */
public final class KubeletConfig {
  private static final Set<String> KEPT = Set.of("clusterDNS", "clusterDomain", "resolvConf");

  private KubeletConfig() {}

  /** Of all its settings the few that rules and models ask for. */
  public static void parse(Input input, Facts facts) throws IOException {
    for (Given given : ConfigFile.read(input, facts, malformed -> {}, KEPT::contains)) {
      for (Given.Value value : given.values()) {
        facts.add(new KubeletSetting(input.node(), given.key(), value.text(), value.origin()));
      }
    }
  }
}
