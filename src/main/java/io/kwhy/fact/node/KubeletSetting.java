package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * A setting of kubelet that matters to the resolving of names, from the configuration that k3s
 * writes for it.
 *
 * @param key as in KubeletConfiguration: {@code clusterDNS}, {@code clusterDomain}, {@code
 *     resolvConf}
 * @param value one value; a list gives one fact for each
 */
public record KubeletSetting(String node, String key, String value, Origin origin) implements Fact {
  @Override
  public String text() {
    return key + ": " + value;
  }
}
