package io.kwhy.parse;

import io.kwhy.bundle.Entry;
import io.kwhy.bundle.Source;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/**
 * One entry, and what a parser may know of its surroundings.
 *
 * @param node host that it was captured on, by the name that it has among facts; {@code ""} for
 *     what belongs to the cluster
 * @param collectedAt when it was captured, UTC
 */
public record Input(Source source, String node, Entry entry, Instant collectedAt) {
  private static final String NODES = "nodes/";
  private static final String FILES = "/files/";

  /**
   * The bytes from their start; the caller closes the stream.
   *
   * @throws IOException where the bundle cannot be read any more, or an archive is damaged
   */
  public InputStream open() throws IOException {
    return entry.open();
  }

  /** Path in the bundle. */
  public String path() {
    return entry.path();
  }

  /**
   * The path on the host of a captured file, e.g. {@code /etc/resolv.conf}; {@code ""} for other
   * entries.
   */
  public String hostPath() {
    int host = path().startsWith(NODES) ? path().indexOf('/', NODES.length()) : -1;
    return host > 0 && path().startsWith(FILES, host)
        ? path().substring(host + FILES.length() - 1)
        : "";
  }
}
