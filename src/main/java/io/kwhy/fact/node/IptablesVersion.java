package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * Which iptables the host's own command is.
 *
 * @param version e.g. {@code 1.8.9}
 * @param backend nf_tables or legacy; {@code ""} where it does not say, as before 1.8
 */
public record IptablesVersion(String node, String version, String backend, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "iptables v" + version + (backend.isEmpty() ? "" : " (" + backend + ")");
  }
}
