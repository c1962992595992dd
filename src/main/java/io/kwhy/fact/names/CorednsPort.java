package io.kwhy.fact.names;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/** A port on which CoreDNS answers plain DNS, as the Corefile has it. */
public record CorednsPort(int port, int fileLine, Origin origin) implements Fact {
  @Override
  public String text() {
    return "Corefile:" + fileLine + ": CoreDNS listens on port " + port;
  }
}
