package io.kwhy.names;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Known;
import io.kwhy.fact.cluster.Namespace;
import io.kwhy.fact.names.NameCapture;
import io.kwhy.fact.names.NodeHostsFault;
import io.kwhy.fact.names.ResolutionPath.Candidate;
import io.kwhy.fact.names.ResolutionPath.Edge;
import io.kwhy.fact.names.ResolutionPath.State;
import java.util.List;

/** Edges of the way of a name: what is there in the end, an address or none. */
record RecordEdges(Known known) {
  /** An address of one's own for a name outside may be meant. */
  static Edge captured(NameCapture capture, Candidate last) {
    return new Edge(
        "captured",
        last.by().startsWith("CoreDNS: kubernetes") ? State.BROKEN : State.UNKNOWN,
        capture.question() + " " + capture.how(),
        List.of(capture));
  }

  /** What only servers outside know. */
  static Edge outside(Candidate last) {
    boolean answered = last.outcome().matches(".*[0-9a-f][.:][0-9a-f].*");
    return new Edge(
        "record",
        answered ? State.WORKS : State.UNKNOWN,
        last.name()
            + (answered
                ? " is " + last.outcome()
                : " is no name of the cluster, and whether it exists outside is not known"),
        List.of());
  }

  /** What CoreDNS has of the cluster. */
  Edge ofCluster(Candidate last, List<Candidate> candidates) {
    List<Fact> wrong =
        List.copyOf(
            known.all(
                NodeHostsFault.class,
                fault -> last.outcome().contains(fault.listed()) && isOf(fault, last)));
    if (!wrong.isEmpty()) {
      return new Edge(
          "record",
          State.BROKEN,
          last.name() + " is " + last.outcome() + ", which is not the node's address",
          wrong);
    }
    return new Edge(
        "record",
        last.found() ? State.WORKS : State.BROKEN,
        last.found()
            ? last.name() + " is " + last.outcome()
            : candidates.size() == 1
                ? last.name() + " does not exist: " + last.outcome()
                : "none of these " + candidates.size() + " names exists",
        List.of());
  }

  private static boolean isOf(NodeHostsFault fault, Candidate last) {
    return !fault.listed().isEmpty()
        && fault.node().equals(last.name())
        && last.by().equals("CoreDNS: hosts");
  }

  /** {@code web.shop} where there is a namespace shop: what does not exist there exists nowhere. */
  boolean namesNamespace(String name) {
    String[] labels = name.split("\\.", -1);
    return labels.length == 2
        && known.all(Namespace.class).stream()
            .anyMatch(namespace -> namespace.name().equals(labels[1]));
  }
}
