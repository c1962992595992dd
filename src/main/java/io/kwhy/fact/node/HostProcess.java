package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * A process, from {@code ps}.
 *
 * @param command command line, with secrets blanked
 */
public record HostProcess(
    String node, long pid, long parent, String user, String command, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "process " + pid + ": " + command;
  }
}
