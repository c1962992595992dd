package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * A setting of k3s that is in effect, and where it comes from.
 *
 * @param key the flag's name without dashes, e.g. {@code node-ip}
 * @param value one value; a list gives one fact for each
 * @param from file, command line, environment, log or default
 */
public record K3sSetting(String node, String key, String value, String from, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return key + ": " + value + ("default".equals(from) ? " (default)" : "");
  }
}
