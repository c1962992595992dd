package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/** One line of the API server's verbose /readyz. */
public record ReadyzCheck(String check, boolean ok, String detail, Origin origin) implements Fact {
  @Override
  public String text() {
    return "readyz " + check + (ok ? " ok" : " failed") + (detail.isEmpty() ? "" : ": " + detail);
  }
}
