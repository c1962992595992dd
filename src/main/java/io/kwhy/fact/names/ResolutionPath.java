package io.kwhy.fact.names;

import io.kwhy.fact.Fact;
import java.util.List;
import java.util.Optional;

/**
 * How a name is resolved from a place in the cluster: whom the resolver asks, for which names one
 * after the other, and what is known of each edge on the way to an answer.
 *
 * @param from who asks, in words
 * @param node host that it is on
 * @param candidates the names that are asked for, in order, up to the one that has an answer
 * @param edges in the order in which a question meets them
 */
public record ResolutionPath(
    String name,
    String from,
    String node,
    List<String> servers,
    List<String> search,
    int ndots,
    List<Candidate> candidates,
    List<Edge> edges) {
  public ResolutionPath {
    servers = List.copyOf(servers);
    search = List.copyOf(search);
    candidates = List.copyOf(candidates);
    edges = List.copyOf(edges);
  }

  /** What is known of an edge. */
  public enum State {
    WORKS,
    BROKEN,
    UNKNOWN
  }

  /**
   * A name that is asked for.
   *
   * @param by what answers it: a plugin of CoreDNS, or the servers that it is handed on to
   * @param outcome what that says
   * @param found whether it has an answer, so that no further name is asked for
   */
  public record Candidate(String name, String by, String outcome, boolean found) {}

  /**
   * A step that a question has to get over.
   *
   * @param id kebab-case
   * @param shown what it is, and how it stands
   * @param evidence what shows that
   */
  public record Edge(String id, State state, String shown, List<Fact> evidence) {
    public Edge {
      evidence = List.copyOf(evidence);
    }
  }

  /** Where the way ends. */
  public Optional<Edge> firstBroken() {
    return edges.stream().filter(edge -> edge.state() == State.BROKEN).findFirst();
  }
}
