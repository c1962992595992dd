package io.kwhy.report;

import io.kwhy.reach.path.Course;
import io.kwhy.reach.path.Decision;
import io.kwhy.reach.path.Fate;
import io.kwhy.reach.path.Hop;
import io.kwhy.reach.path.PacketPath;
import java.io.IOException;
import java.util.Locale;

/** A packet's path as JSON. */
public final class PathJson {
  private static final int SCHEMA_VERSION = 1;

  /**
   * Writes {@code from}, {@code to}, {@code verdict} and {@code courses}, each with its {@code
   * hops}, each of these with the rules that had a part in it.
   *
   * @throws IOException where {@code out} does not take it
   */
  public void write(PacketPath path, Appendable out) throws IOException {
    Json.pretty(
        new Tree.Builder()
            .put("schemaVersion", SCHEMA_VERSION)
            .put("from", path.from())
            .put("to", path.to())
            .put("verdict", word(path.fate()))
            .put("courses", Tree.items(path.courses(), PathJson::course))
            .build(),
        out);
  }

  private static String word(Fate fate) {
    return fate.name().toLowerCase(Locale.ROOT);
  }

  private static Tree course(Course course) {
    return new Tree.Builder()
        .put("end", course.end())
        .put("verdict", word(course.fate()))
        .put("hops", Tree.items(course.hops(), PathJson::hop))
        .build();
  }

  private static Tree hop(Hop hop) {
    return new Tree.Builder()
        .put("answer", new Tree.Truth(hop.answer()))
        .put("node", hop.node())
        .put("layer", hop.layer())
        .put("in", hop.in())
        .put("out", hop.out())
        .put("packet", hop.before())
        .put("after", hop.after())
        .put("verdict", hop.fate().well() && !hop.out().isEmpty() ? "passes" : word(hop.fate()))
        .put("steps", Tree.items(hop.decisions(), PathJson::step))
        .put("note", hop.note())
        .build();
  }

  private static Tree step(Decision decision) {
    return new Tree.Builder()
        .put("sort", decision.sort())
        .put("hook", decision.hook())
        .put("table", decision.table())
        .put("chain", decision.chain())
        .put("text", decision.text())
        .put("entry", decision.origin().entry())
        .put("line", decision.origin().line())
        .build();
  }
}
