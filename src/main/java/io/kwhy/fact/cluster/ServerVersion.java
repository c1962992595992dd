package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import io.kwhy.fact.node.K3sVersion;

/**
 * The version that the API server gives.
 *
 * @param version git version, e.g. {@code v1.36.3+k3s1}
 */
public record ServerVersion(String version, Origin origin) implements Fact {
  @Override
  public String text() {
    return "API server " + version;
  }

  /** Major and minor version as one number, 1036 for v1.36.3+k3s1; 0 where it has none. */
  public int minor() {
    return K3sVersion.minor(version);
  }
}
