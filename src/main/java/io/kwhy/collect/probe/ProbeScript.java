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
   * @param edges calls, a line each
   * @param now the collector's time, against which the host's clock is held
   */
  public static String text(String edges, Instant now) {
    try (InputStream in = ProbeScript.class.getResourceAsStream("probes.sh")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("#{edges}", edges)
          .replace("#{now}", Long.toString(now.getEpochSecond()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
