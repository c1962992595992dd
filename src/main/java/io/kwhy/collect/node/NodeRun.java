package io.kwhy.collect.node;

import java.io.IOException;
import java.io.InputStream;

/** A way to run the script on a host. Several hosts may be asked at a time. */
@FunctionalInterface
public interface NodeRun {
  /** Takes what the script prints. */
  @FunctionalInterface
  interface Reader {
    /**
     * Reads to the end.
     *
     * @throws IOException if what was read could not be kept
     */
    void read(InputStream printed) throws IOException;
  }

  /**
   * Runs the script and has its output read to the end.
   *
   * @return why there may be nothing in it; {@code ""} if nothing is known to be wrong
   * @throws IOException if what was read could not be kept
   */
  String run(NodeTarget target, String script, Reader reader) throws IOException;
}
