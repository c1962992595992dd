package io.kwhy.bundle;

import io.kwhy.fact.Fact;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What {@code bundle.json} says.
 *
 * @param schema version of the layout
 * @param collectedAt replay's "now", UTC; {@link Fact#UNKNOWN_TIME} where it is not said
 * @param pseudonyms whether addresses and names of hosts are pseudonyms, which mean something in
 *     this bundle only
 * @param nodes by name in the bundle
 */
public record Manifest(
    int schema,
    String product,
    Instant collectedAt,
    boolean pseudonyms,
    SortedMap<String, HostRecord> nodes) {

  /** The entry that it is. */
  public static final String ENTRY = "bundle.json";

  /** The layout that this kwhy reads and writes. */
  public static final int SCHEMA = 1;

  /** The version of this kwhy, which bundles that it writes say. */
  public static final String KWHY = "0.1.0";

  /**
   * A host in the manifest.
   *
   * @param role server, agent or {@code ""}
   * @param collected false where the host could not be logged in to
   * @param collectedAt the host's own time of capture, UTC, or {@link Fact#UNKNOWN_TIME}
   * @param skewSeconds how far the host's clock was ahead of the collector's; 0 where it is not
   *     known
   * @param line line in bundle.json
   */
  public record HostRecord(
      String role,
      String hostname,
      List<String> addresses,
      boolean collected,
      Instant collectedAt,
      long skewSeconds,
      int line) {
    public HostRecord {
      addresses = List.copyOf(addresses);
    }

    /** One of whose clock nothing is known. */
    public HostRecord(
        String role,
        String hostname,
        List<String> addresses,
        boolean collected,
        Instant collectedAt,
        int line) {
      this(role, hostname, addresses, collected, collectedAt, 0, line);
    }
  }

  /** One that calls everything what it is called. */
  public Manifest(
      int schema, String product, Instant collectedAt, SortedMap<String, HostRecord> nodes) {
    this(schema, product, collectedAt, false, nodes);
  }

  public Manifest {
    nodes = Collections.unmodifiableSortedMap(new TreeMap<>(nodes));
  }
}
