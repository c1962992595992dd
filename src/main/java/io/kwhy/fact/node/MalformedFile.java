package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * A file of the host that k3s cannot read as YAML, or not as what it expects in it.
 *
 * @param path on the host
 * @param line from 1; 0 where it is not known
 */
public record MalformedFile(String node, String path, int line, String problem, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return path + (line == 0 ? "" : " line " + line) + ": " + problem;
  }
}
