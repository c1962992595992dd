package io.kwhy.report;

import io.kwhy.fact.Fact;
import io.kwhy.fact.names.ResolutionPath;
import io.kwhy.fact.names.ResolutionPath.Candidate;
import io.kwhy.fact.names.ResolutionPath.Edge;
import io.kwhy.fact.names.ResolutionPath.State;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The way of a name as a picture, or as JSON. */
public final class ResolutionReport {
  private final TextStyle style;

  /** For a terminal or a file; JSON is the same in each style. */
  public ResolutionReport(TextStyle style) {
    this.style = style;
  }

  /**
   * Writes who asks whom for which names, then each edge, the first broken one marked.
   *
   * @throws IOException where {@code out} does not take it
   */
  public void writeText(ResolutionPath path, Appendable out) throws IOException {
    Page page = new Page(out, style.width(), style.colour());
    page.paragraph(0, path.name() + " from " + path.from() + " on " + path.node());
    page.paragraph(2, resolver(path));
    for (int i = 0; i < path.candidates().size(); i++) {
      Candidate candidate = path.candidates().get(i);
      page.paragraph(
          4,
          (i + 1) + ". " + candidate.name() + "  " + candidate.by() + ": " + candidate.outcome());
    }
    boolean broken = false;
    String question = "";
    for (Edge edge : path.edges()) {
      if (!question(edge).equals(question)) {
        question = question(edge);
        page.paragraph(2, question);
      }
      boolean first = edge.state() == State.BROKEN && !broken;
      broken |= first;
      edge(edge, first, page);
    }
    page.paragraph(0, verdict(path));
  }

  private static String resolver(ResolutionPath path) {
    return "asks "
        + (path.servers().isEmpty() ? "?" : String.join(", ", path.servers()))
        + ", ndots:"
        + path.ndots()
        + (path.search().isEmpty() ? "" : ", search " + String.join(" ", path.search()));
  }

  private static void edge(Edge edge, boolean first, Page page) throws IOException {
    List<Run> runs = new ArrayList<>();
    runs.add(new Run(first ? Style.STRONG : Style.PLAIN, sign(edge.state()) + edge.shown()));
    if (first) {
      runs.add(new Run(Style.STRONG, "   <== first broken edge"));
    }
    page.paragraph(4, runs);
    for (Fact fact : edge.evidence()) {
      page.paragraph(11, List.of(new Run(Style.QUIET, "| " + fact.origin() + "  " + fact.text())));
    }
  }

  /** The branch of the tree that the edge is on, as one would ask. */
  private static String question(Edge edge) {
    return switch (edge.id()) {
      case "resolver" -> "Whom does it ask?";
      case "coredns-running" -> "Does CoreDNS run?";
      case "corefile" -> "Does it take its configuration?";
      case "coredns-api" -> "Does it know the cluster's Services?";
      case "kube-dns", "kube-dns-endpoints" -> "Does the nameserver's address lead to CoreDNS?";
      case "captured" -> "Is the name CoreDNS's to answer as one expects?";
      case "network-policy" -> "Do NetworkPolicies let the question through?";
      case "packets" -> "Do the rules of hosts let it through?";
      case "dns-cluster" -> "Is there an answer for a name that each cluster has?";
      case "upstream", "dns-upstream" -> "Do the servers outside answer?";
      case "dns-external" -> "Is there an answer for a name outside?";
      default -> "Does the name exist?";
    };
  }

  private static String sign(State state) {
    return switch (state) {
      case WORKS -> "[ok]   ";
      case BROKEN -> "[FAIL] ";
      case UNKNOWN -> "[?]    ";
    };
  }

  private static String verdict(ResolutionPath path) {
    return path.firstBroken()
        .map(edge -> "Ends at: " + edge.shown())
        .orElse("No broken edge is known on this way.");
  }

  /**
   * Writes the same as one JSON object.
   *
   * @throws IOException where {@code out} does not take it
   */
  public void writeJson(ResolutionPath path, Appendable out) throws IOException {
    Tree tree =
        new Tree.Builder()
            .put("name", path.name())
            .put("from", path.from())
            .put("node", path.node())
            .put("servers", Tree.items(path.servers(), Tree.Text::new))
            .put("search", Tree.items(path.search(), Tree.Text::new))
            .put("ndots", path.ndots())
            .put("candidates", Tree.items(path.candidates(), ResolutionReport::tree))
            .put("edges", Tree.items(path.edges(), ResolutionReport::tree))
            .put("firstBroken", path.firstBroken().map(Edge::id).orElse(""))
            .build();
    Json.pretty(tree, out);
  }

  private static Tree tree(Candidate candidate) {
    return new Tree.Builder()
        .put("name", candidate.name())
        .put("by", candidate.by())
        .put("outcome", candidate.outcome())
        .build();
  }

  private static Tree tree(Edge edge) {
    return new Tree.Builder()
        .put("id", edge.id())
        .put("question", question(edge))
        .put("state", edge.state().name().toLowerCase(Locale.ROOT))
        .put("text", edge.shown())
        .put("evidence", Tree.items(edge.evidence(), ResolutionReport::tree))
        .build();
  }

  private static Tree tree(Fact fact) {
    return new Tree.Builder()
        .put("entry", fact.origin().entry())
        .put("line", fact.origin().line())
        .put("text", fact.text())
        .build();
  }
}
