package io.kwhy.bundle.reading;

import io.kwhy.bundle.Damage;
import io.kwhy.bundle.Manifest;
import io.kwhy.bundle.Printable;
import io.kwhy.bundle.draft.ManifestWriter;
import io.kwhy.fact.Fact;
import io.kwhy.fact.Gap;
import io.kwhy.fact.Origin;
import io.kwhy.fact.Rfc3339;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads the output of the script that looks at a host, kept in a file, as the part of a bundle that
 * it is. The host's name in the bundle is its own.
 */
final class NodeStreamReader implements NodeStream.Visitor {
  private final String name;
  private final Intake intake;
  private final Map<String, String> described = new LinkedHashMap<>();
  private final List<String> addresses = new ArrayList<>();
  private final List<Gap> missing = new ArrayList<>();

  NodeStreamReader(String name, Intake intake) {
    this.name = name;
    this.intake = intake;
  }

  void read(InputStream in) throws IOException {
    try {
      NodeStream.read(in, this);
    } catch (ReadingStoppedException e) {
      intake.gaps().add(name, e.getMessage());
    } catch (IOException e) {
      broken(Damage.of(e) + "; what came before is used");
    }
    ByteArrayOutputStream manifest = new ByteArrayOutputStream();
    TreeMap<String, Manifest.HostRecord> hosts = new TreeMap<>();
    hosts.put(
        node(),
        new Manifest.HostRecord(said("role"), said("hostname"), addresses, true, time(), 0));
    new ManifestWriter(manifest)
        .write(new Manifest(Manifest.SCHEMA, "k3s", time(), hosts), "", missing);
    intake.file(Manifest.ENTRY, new ByteArrayInputStream(manifest.toByteArray()));
  }

  /** What came of a host says whose it is; else only the file can be named. */
  private void broken(String problem) {
    if (said("hostname").isEmpty()) {
      intake.gaps().add(name, problem);
    } else {
      intake.gaps().add("nodes/" + node(), name + ": " + problem);
    }
  }

  @Override
  public void described(String key, String value) {
    if (key.equals("address") && addresses.size() < Limits.MANIFEST_ADDRESSES) {
      addresses.add(value);
    } else {
      described.putIfAbsent(key, value);
    }
  }

  @Override
  public void entry(String path, InputStream body) throws IOException {
    Optional<String> accepted = intake.accept(NodeStream.bundlePath(node(), path));
    if (accepted.isPresent()) {
      intake.file(accepted.get(), body);
    }
  }

  @Override
  public void failed(String path, String reason) {
    String entry = NodeStream.bundlePath(node(), path);
    intake.forget(entry);
    missing(path, reason);
  }

  @Override
  public void missing(String path, String reason) {
    if (missing.size() < Limits.GAPS) {
      String entry = path.isEmpty() ? "nodes/" + node() : NodeStream.bundlePath(node(), path);
      missing.add(new Gap(Origin.of(Printable.name(entry)), Printable.text(reason)));
    }
  }

  private String node() {
    String hostname = said("hostname");
    return NodeStream.isName(hostname) ? hostname : "host";
  }

  private String said(String key) {
    return described.getOrDefault(key, "");
  }

  private Instant time() {
    try {
      return Rfc3339.parse(described.getOrDefault("until", said("time")));
    } catch (DateTimeParseException e) {
      return Fact.UNKNOWN_TIME;
    }
  }
}
