package io.kwhy.bundle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The patterns of all sources as one tree, name by name: a path is looked up in a few steps,
 * however many sources there are.
 */
final class PathTree {
  private static final String HOST = "{node}";

  private final Map<String, PathTree> literals = new HashMap<>();
  private final List<Wildcard> wildcards = new ArrayList<>();
  private Optional<Source> source = Optional.empty();

  private PathTree() {}

  /** A name of which the middle may be anything. */
  private record Wildcard(String before, String after, boolean host, PathTree below) {
    boolean matches(String name) {
      return name.length() > before.length() + after.length()
          && name.startsWith(before)
          && name.endsWith(after);
    }

    String middle(String name) {
      return name.substring(before.length(), name.length() - after.length());
    }
  }

  static PathTree of(Source... sources) {
    PathTree root = new PathTree();
    for (Source source : sources) {
      for (String pattern : source.capture().entries()) {
        root.add(pattern, source);
      }
    }
    return root;
  }

  /** The source that lies at a path, and the host that the path names. */
  Optional<Place> find(String path) {
    return find(path, 0, "");
  }

  private void add(String pattern, Source added) {
    PathTree at = this;
    for (String name : pattern.split("/", -1)) {
      at = at.below(name);
    }
    if (at.source.isPresent()) {
      throw new IllegalStateException(
          pattern + " is claimed by " + at.source.get().id() + " and by " + added.id());
    }
    at.source = Optional.of(added);
  }

  private PathTree below(String name) {
    boolean host = name.contains(HOST);
    String wild = host ? HOST : "*";
    int at = name.indexOf(wild);
    if (at < 0) {
      return literals.computeIfAbsent(name, key -> new PathTree());
    }
    String before = name.substring(0, at);
    String after = name.substring(at + wild.length());
    for (Wildcard known : wildcards) {
      if (known.host == host && known.before.equals(before) && known.after.equals(after)) {
        return known.below;
      }
    }
    Wildcard added = new Wildcard(before, after, host, new PathTree());
    wildcards.add(added);
    return added.below;
  }

  private Optional<Place> find(String path, int start, String host) {
    int slash = path.indexOf('/', start);
    String name = slash < 0 ? path.substring(start) : path.substring(start, slash);
    PathTree literal = literals.get(name);
    if (literal != null) {
      Optional<Place> place = literal.after(path, slash, host);
      if (place.isPresent()) {
        return place;
      }
    }
    for (Wildcard wildcard : wildcards) {
      if (wildcard.matches(name)) {
        String named = wildcard.host ? wildcard.middle(name) : host;
        Optional<Place> place = wildcard.below.after(path, slash, named);
        if (place.isPresent()) {
          return place;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Place> after(String path, int slash, String host) {
    return slash < 0 ? source.map(found -> new Place(found, host)) : find(path, slash + 1, host);
  }
}
