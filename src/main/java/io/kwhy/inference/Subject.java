package io.kwhy.inference;

import java.util.Comparator;
import java.util.Objects;

/**
 * What a conclusion is about: {@code node/w1}, {@code pod/kube-system/coredns-1}.
 *
 * @param kind lower-case kind: node, pod, service, link, cluster …
 * @param namespace {@code ""} where the kind has none
 */
public record Subject(String kind, String namespace, String name) implements Comparable<Subject> {
  private static final Comparator<Subject> ORDER =
      Comparator.comparing(Subject::kind)
          .thenComparing(Subject::namespace)
          .thenComparing(Subject::name);

  public Subject {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(namespace);
    Objects.requireNonNull(name);
  }

  /** A node, or a host that has none, by name. */
  public static Subject node(String name) {
    return new Subject("node", "", name);
  }

  @Override
  public int compareTo(Subject other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return kind + "/" + (namespace.isEmpty() ? "" : namespace + "/") + name;
  }
}
