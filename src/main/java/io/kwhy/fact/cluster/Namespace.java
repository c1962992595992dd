package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A Namespace object.
 *
 * @param phase Active or Terminating
 * @param finalizers what has to be done before it may go, mostly {@code kubernetes}
 */
public record Namespace(
    String name,
    String phase,
    SortedMap<String, String> labels,
    List<String> finalizers,
    Instant created,
    boolean deleting,
    Origin origin)
    implements Fact {
  public Namespace {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    finalizers = List.copyOf(finalizers);
  }

  @Override
  public String text() {
    return "Namespace " + name + " " + phase;
  }

  @Override
  public Instant since() {
    return created;
  }
}
