package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/** The host's memory, from {@code free}. */
public record Memory(
    String node,
    long totalBytes,
    long availableBytes,
    long swapTotalBytes,
    long swapUsedBytes,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return availableBytes / 1048576 + " MiB of " + totalBytes / 1048576 + " MiB memory available";
  }
}
