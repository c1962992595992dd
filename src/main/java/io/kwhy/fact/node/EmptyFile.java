package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/** A file below the folders of k3s that has no content. */
public record EmptyFile(String node, String path, Origin origin) implements Fact {
  @Override
  public String text() {
    return path + " is empty";
  }
}
