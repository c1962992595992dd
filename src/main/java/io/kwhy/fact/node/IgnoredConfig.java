package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.util.List;

/**
 * A configuration file that the k3s of a host does not read, as its release is older than such
 * files.
 *
 * @param file path on the host
 * @param keys the settings in it, none of them in effect
 */
public record IgnoredConfig(String node, String file, List<String> keys, Origin origin)
    implements Fact {
  public IgnoredConfig {
    keys = List.copyOf(keys);
  }

  @Override
  public String text() {
    return file + " is not read by this k3s: " + String.join(", ", keys);
  }
}
