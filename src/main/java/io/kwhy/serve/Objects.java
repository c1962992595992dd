package io.kwhy.serve;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The objects in a bundle's lists, by kind; each list is read when it is first asked for. */
final class Objects {
  private static final Pattern RELEASE = Pattern.compile("^v1\\.([0-9]{1,4})\\.");

  private final Map<Kind, Entry> entries = new TreeMap<>(Comparator.comparing(Objects::fileName));
  private final Map<Kind, List<Map<?, ?>>> read = new ConcurrentHashMap<>();
  private final Map<Kind, String> damaged = new ConcurrentHashMap<>();

  Objects(Bundle bundle) {
    for (Entry entry : bundle.entries()) {
      String path = entry.path();
      if (path.startsWith("cluster/") && path.endsWith(".json")) {
        String name = path.substring("cluster/".length(), path.length() - ".json".length());
        int dot = name.indexOf('.');
        Kind.of(dot < 0 ? name : name.substring(0, dot), dot < 0 ? "" : name.substring(dot + 1))
            .ifPresent(kind -> entries.put(kind, entry));
      }
    }
  }

  private static String fileName(Kind kind) {
    return kind.group() + "/" + kind.plural();
  }

  /** All kinds in the bundle, sorted by group. */
  List<Kind> kinds() {
    return List.copyOf(entries.keySet());
  }

  Optional<Kind> kind(String group, String plural) {
    return kinds().stream()
        .filter(kind -> kind.group().equals(group) && kind.plural().equals(plural))
        .findFirst();
  }

  /** The version that the bundle's objects are in. */
  String version(Kind kind) {
    for (Map<?, ?> object : of(kind)) {
      String version = Tree.text(object, "apiVersion");
      if (!version.isEmpty()) {
        return version.substring(version.indexOf('/') + 1);
      }
    }
    return kind.usualVersion();
  }

  /**
   * What a server says of its version where the bundle has no such answer: as the Nodes have it,
   * which are at most as new; without Nodes one that is no release of k3s.
   */
  Map<String, Object> version() {
    String version =
        kind("", "nodes").stream()
            .flatMap(nodes -> of(nodes).stream())
            .map(node -> Tree.text(node, "status", "nodeInfo", "kubeletVersion"))
            .filter(text -> RELEASE.matcher(text).find())
            .max(Comparator.comparingInt(Objects::minor).thenComparing(text -> text))
            .orElse("v1.0.0+unknown");
    return Tree.object(
        "major", "1", "minor", Integer.toString(minor(version)), "gitVersion", version);
  }

  private static int minor(String version) {
    Matcher release = RELEASE.matcher(version);
    return release.find() ? Integer.parseInt(release.group(1)) : 0;
  }

  /** What is wrong with the list of a kind; {@code ""} where it is whole. */
  String damage(Kind kind) {
    of(kind);
    return damaged.getOrDefault(kind, "");
  }

  /** All objects of a kind, in the order of the bundle; none where the list is damaged. */
  List<Map<?, ?>> of(Kind kind) {
    return read.computeIfAbsent(kind, this::read);
  }

  private List<Map<?, ?>> read(Kind kind) {
    List<Map<?, ?>> objects = new ArrayList<>();
    Entry entry = entries.get(kind);
    try (InputStream in = entry.open()) {
      Object list = Tree.read(in);
      if (!(Tree.at(list, "items") instanceof List)) {
        damaged.put(kind, entry.path() + ": expected a list as the API gives it, found another");
      }
      for (Object item : Tree.list(list, "items")) {
        if (item instanceof Map<?, ?> object) {
          Map<?, ?> named = named(object, kind);
          objects.add(isSecret(named, kind) ? SecretView.of(named) : named);
        }
      }
    } catch (IOException e) {
      damaged.put(kind, entry.path() + ": expected JSON to its end, found damage");
      return List.of();
    }
    return List.copyOf(objects);
  }

  /** By where it lies or by what it says it is; a list may hold others than it should. */
  private static boolean isSecret(Map<?, ?> object, Kind kind) {
    return kind.name().equals("Secret") || Tree.text(object, "kind").equals("Secret");
  }

  /** With its kind, which objects within a list of the API lack. */
  private static Map<?, ?> named(Map<?, ?> object, Kind kind) {
    if (!Tree.text(object, "kind").isEmpty()) {
      return object;
    }
    String version = kind.usualVersion();
    Map<String, Object> named =
        Tree.object(
            "apiVersion",
            kind.group().isEmpty() ? version : kind.group() + "/" + version,
            "kind",
            kind.name());
    object.forEach((name, value) -> named.put(String.valueOf(name), value));
    return named;
  }
}
