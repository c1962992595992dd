package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * A setting in a file of the kubelet's configuration folder. Files later in the alphabet go before
 * earlier ones, and the kubelet's arguments before all of them.
 *
 * @param file name of the file, e.g. {@code 00-k3s-defaults.conf}
 * @param key path of the setting, e.g. {@code evictionHard.nodefs.available}
 * @param value one value; a list gives one fact for each
 */
public record KubeletSetting(String node, String file, String key, String value, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return key + ": " + value;
  }
}
