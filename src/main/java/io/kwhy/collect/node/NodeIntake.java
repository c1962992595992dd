package io.kwhy.collect.node;

import io.kwhy.bundle.Layout;
import io.kwhy.bundle.Manifest;
import io.kwhy.bundle.Place;
import io.kwhy.bundle.Source;
import io.kwhy.bundle.draft.Draft;
import io.kwhy.bundle.reading.NodeStream;
import io.kwhy.fact.Fact;
import io.kwhy.fact.Rfc3339;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.apache.commons.io.input.BoundedInputStream;

/** Takes what a host streams into the bundle, except passwords: of these it keeps fingerprints. */
final class NodeIntake implements NodeStream.Visitor {
  private static final int LONGEST_SECRET = 1 << 20;

  /** A host that is too much for this has been taken over, or its disk is read by mistake. */
  private static final long LARGEST = 1L << 30;

  /** A host gives some three hundred. */
  private static final int MOST_ENTRIES = 20_000;

  private static final int MOST_SECRETS = 16;

  /** Some words and addresses describe a host. */
  private static final int MOST_WORDS = 1_000;

  /** What the way here may take. */
  private static final int UNSURE_SECONDS = 2;

  private final NodeTarget target;
  private final Draft draft;
  private final UnaryOperator<String> hashes;
  private final Clock clock;
  private final Map<String, String> described = new HashMap<>();
  private final List<String> addresses = new ArrayList<>();
  private final Map<String, String> secrets = new TreeMap<>();
  private int entries;
  private boolean brokeOff;
  private long skewSeconds;

  /**
   * For one host.
   *
   * @param hashes what the cluster's Secrets remember for a name; {@code ""} where there is nothing
   * @param clock the collector's, against which the host's is held
   */
  NodeIntake(NodeTarget target, Draft draft, UnaryOperator<String> hashes, Clock clock) {
    this.clock = clock;
    this.hashes = hashes;
    this.target = target;
    this.draft = draft;
  }

  /** Reads a stream to its end; a gap says where it broke off. That there is none tells nothing. */
  void read(InputStream in) throws IOException {
    try {
      PushbackInputStream peeked = new PushbackInputStream(bounded(in, LARGEST));
      int first = peeked.read();
      if (first >= 0) {
        peeked.unread(first);
        NodeStream.read(peeked, this);
      }
    } catch (IOException e) {
      brokeOff = true;
      draft.gap("nodes/" + target.name(), e.getMessage());
    }
    if (entries > 0) {
      if (!secrets.isEmpty()) {
        draft.add(
            path("checks/node-password.json"), NodePasswordVault.checks(secrets, names(), hashes));
      }
      draft.host(
          target.name(),
          new Manifest.HostRecord(
              target.role().isEmpty() ? described.getOrDefault("role", "") : target.role(),
              described.getOrDefault("hostname", target.hostname()),
              target.addresses().isEmpty() ? addresses : target.addresses(),
              true,
              time(described.getOrDefault("until", described.getOrDefault("time", ""))),
              skewSeconds,
              0));
    }
  }

  /** Breaks where it has given more than it should. */
  static InputStream bounded(InputStream in, long limit) throws IOException {
    return BoundedInputStream.builder()
        .setInputStream(in)
        .setMaxCount(limit)
        .setOnMaxCount(
            (most, given) -> {
              throw new IOException(
                  "expected less than " + limit + " bytes of the host, found more");
            })
        .get();
  }

  private static Instant time(String text) {
    try {
      return Rfc3339.parse(text);
    } catch (DateTimeParseException e) {
      return Fact.UNKNOWN_TIME;
    }
  }

  private Set<String> names() {
    Set<String> names = new TreeSet<>();
    names.add(target.name());
    String hostname = described.getOrDefault("hostname", "").toLowerCase(Locale.ROOT);
    if (!hostname.isEmpty()) {
      names.add(hostname);
    }
    return names;
  }

  /** Whether the host gave anything. */
  boolean gotAnything() {
    return entries > 0;
  }

  /** Whether a gap says already that its answer was none, or none to its end. */
  boolean brokeOff() {
    return brokeOff;
  }

  @Override
  public void described(String key, String value) {
    if (key.equals("address") && addresses.size() < MOST_WORDS) {
      addresses.add(value);
    } else if (described.size() < MOST_WORDS) {
      described.putIfAbsent(key, value);
    }
    if (key.equals("time") && !time(value).equals(Fact.UNKNOWN_TIME)) {
      long ahead = Duration.between(clock.instant(), time(value)).toSeconds();
      skewSeconds = Math.abs(ahead) <= UNSURE_SECONDS ? 0 : ahead;
    }
  }

  @Override
  public void entry(String name, InputStream body) throws IOException {
    String path = path(name);
    boolean dropped =
        Layout.place(path)
            .map(Place::source)
            .filter(source -> source.secrecy() == Source.Secrecy.CHECKED_AND_DROPPED)
            .isPresent();
    if (dropped && secrets.size() == MOST_SECRETS) {
      throw new IOException("expected at most " + MOST_SECRETS + " files of passwords, found more");
    }
    if (dropped) {
      byte[] bytes = body.readNBytes(LONGEST_SECRET);
      secrets.put(name.substring("files".length()), new String(bytes, StandardCharsets.UTF_8));
      return;
    }
    if (++entries > MOST_ENTRIES) {
      throw new IOException("expected at most " + MOST_ENTRIES + " entries, found more");
    }
    try {
      draft.add(path, body);
    } catch (IllegalArgumentException e) {
      draft.gap(
          "nodes/" + target.name(),
          "expected the path of an entry below the host's folder, found another; it was not kept");
    }
  }

  @Override
  public void failed(String name, String reason) {
    draft.forget(path(name));
    missing(name, reason);
  }

  @Override
  public void missing(String name, String reason) {
    draft.gap(name.isEmpty() ? "nodes/" + target.name() : path(name), reason);
  }

  private String path(String name) {
    return NodeStream.bundlePath(target.name(), name);
  }
}
