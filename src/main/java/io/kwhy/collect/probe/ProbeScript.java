package io.kwhy.collect.probe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The part of the script that probes: harmless, short, and with whatever the host has for it. */
public final class ProbeScript {
  private ProbeScript() {}

  /**
   * Shell text for one host.
   *
   * @param now the collector's time, against which the host's clock is held
   */
  public static String text(ClusterEdges edges, String self, Instant now) {
    try (InputStream in = ProbeScript.class.getResourceAsStream("probes.sh")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("#{edges}", edges.lines(self))
          .replace("#{pods}", edges.pods(self))
          .replace("#{pod_edges}", edges.linesOfPod(self))
          .replace("#{now}", Long.toString(now.getEpochSecond()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
