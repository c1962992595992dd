package io.kwhy.collect.node;

import io.kwhy.bundle.Draft;
import io.kwhy.bundle.Layout;
import io.kwhy.bundle.NodeStream;
import io.kwhy.bundle.Place;
import io.kwhy.bundle.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Takes what a host streams into the bundle, except passwords: of these it keeps fingerprints. */
final class NodeIntake implements NodeStream.Visitor {
  private static final int LONGEST_SECRET = 1 << 20;

  private final NodeTarget target;
  private final Draft draft;
  private final UnaryOperator<String> hashes;
  private final Map<String, String> described = new HashMap<>();
  private final List<String> addresses = new ArrayList<>();
  private final Map<String, String> secrets = new TreeMap<>();
  private int entries;

  /**
   * For one host.
   *
   * @param hashes what the cluster's Secrets remember for a name; {@code ""} where there is nothing
   */
  NodeIntake(NodeTarget target, Draft draft, UnaryOperator<String> hashes) {
    this.hashes = hashes;
    this.target = target;
    this.draft = draft;
  }

  /** Reads a stream to its end; a gap says where it broke off. */
  void read(InputStream in) throws IOException {
    try {
      NodeStream.read(in, this);
    } catch (IOException e) {
      draft.gap("nodes/" + target.name(), e.getMessage());
    }
    if (entries > 0) {
      if (!secrets.isEmpty()) {
        draft.add(
            path("checks/node-password.json"), NodePasswordVault.checks(secrets, names(), hashes));
      }
      draft.host(
          target.name(),
          target.role().isEmpty() ? described.getOrDefault("role", "") : target.role(),
          described.getOrDefault("hostname", target.hostname()),
          target.addresses().isEmpty() ? addresses : target.addresses(),
          true);
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

  @Override
  public void described(String key, String value) {
    if (key.equals("address")) {
      addresses.add(value);
    } else {
      described.putIfAbsent(key, value);
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
    if (dropped) {
      byte[] bytes = body.readNBytes(LONGEST_SECRET);
      secrets.put(name.substring("files".length()), new String(bytes, StandardCharsets.UTF_8));
      return;
    }
    entries++;
    try {
      draft.add(path, body);
    } catch (IllegalArgumentException e) {
      draft.gap("nodes/" + target.name(), "an entry has no fit name");
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
