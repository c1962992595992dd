package io.kwhy.fact.network;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.util.List;

/**
 * A file in the folder of CNI configurations.
 *
 * @param path on the host
 * @param considered that a runtime looks at it: it ends in {@code .conflist}, {@code .conf} or
 *     {@code .json}
 * @param plugins types of its plugins, in their order; empty where it can't be used
 */
public record CniConfig(
    String node, String path, boolean considered, String name, List<String> plugins, Origin origin)
    implements Fact {
  public CniConfig {
    plugins = List.copyOf(plugins);
  }

  /** Whether a runtime takes it. */
  public boolean usable() {
    return considered && !plugins.isEmpty();
  }

  @Override
  public String text() {
    return path
        + (usable()
            ? ": " + String.join(", ", plugins)
            : ": not a configuration that containerd takes");
  }
}
