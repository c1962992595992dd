package io.kwhy.report;

import io.kwhy.reach.path.Course;
import io.kwhy.reach.path.Decision;
import io.kwhy.reach.path.Fate;
import io.kwhy.reach.path.Hop;
import io.kwhy.reach.path.PacketPath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A packet's path, hop by hop, for people. */
public final class PathText {
  private static final int WITHIN = 4;

  private final TextStyle style;

  /** For a terminal or a file, as the style says. */
  public PathText(TextStyle style) {
    this.style = style;
  }

  /**
   * Writes the courses that the packet may take, with the rules that decided.
   *
   * @throws IOException where {@code out} does not take it
   */
  public void write(PacketPath path, Appendable out) throws IOException {
    Page page = new Page(out, style.width(), style.colour());
    page.paragraph(
        0,
        List.of(
            new Run(Style.STRONG, path.from()),
            Run.plain(" → "),
            new Run(Style.STRONG, path.to())));
    for (Course course : path.courses()) {
      write(course, page);
    }
  }

  private void write(Course course, Page page) throws IOException {
    page.gap();
    page.paragraph(
        0, List.of(new Run(look(course.fate()), verdict(course)), Run.plain("  " + course.end())));
    boolean back = false;
    for (Hop hop : course.hops()) {
      if (hop.answer() && !back) {
        page.paragraph(2, List.of(new Run(Style.QUIET, "and the answer")));
      }
      back = hop.answer();
      write(hop, page);
    }
  }

  /** Where the last hop is well, it is not that one which leaves the end open. */
  private static String verdict(Course course) {
    if (course.last().fate().well() && !course.fate().well()) {
      return course.fate().word();
    }
    String node = course.last().node();
    boolean told = course.fate().well() || node.isEmpty();
    String what = course.last().answer() && !course.fate().well() ? "answer " : "";
    return what + course.fate().word() + (told ? "" : " on " + node);
  }

  private static Style look(Fate fate) {
    return fate.well() ? Style.GOOD : fate == Fate.UNDETERMINED ? Style.UNSURE : Style.BAD;
  }

  private void write(Hop hop, Page page) throws IOException {
    List<Run> runs = new ArrayList<>();
    runs.add(new Run(Style.STRONG, hop.node().isEmpty() ? "outside" : hop.node()));
    runs.add(Run.plain(hop.node().isEmpty() ? "  " : "  " + links(hop) + "  "));
    runs.add(Run.plain((hop.layer().equals("packet") ? "" : hop.layer() + ": ") + hop.before()));
    if (!hop.after().equals(hop.before())) {
      runs.add(Run.plain(", then " + hop.after()));
    }
    if (!hop.fate().well()) {
      runs.add(new Run(look(hop.fate()), "  " + hop.fate().word()));
    }
    page.paragraph(2, runs);
    for (Decision decision : shown(hop)) {
      page.paragraph(
          WITHIN,
          List.of(
              Run.plain(supposed(decision)),
              new Run(Style.CODE, decision.text()),
              new Run(Style.QUIET, " " + place(decision))));
    }
    if (!hop.note().isEmpty()) {
      page.paragraph(WITHIN, hop.note());
    }
  }

  private static String links(Hop hop) {
    if (hop.in().isEmpty()) {
      return hop.out().isEmpty() ? "sends" : "out by " + hop.out();
    }
    return hop.out().isEmpty() ? "in by " + hop.in() : hop.in() + " > " + hop.out();
  }

  /** Of a hop that ended badly, all that led there; of the others, what changed the packet. */
  private static List<Decision> shown(Hop hop) {
    if (!hop.fate().well()) {
      return hop.decisions();
    }
    // The answer is translated back by connection tracking, not by rules.
    boolean translated = !hop.answer() && !hop.after().equals(hop.before());
    return hop.decisions().stream()
        .filter(
            decision ->
                translated
                    && decision.text().matches(".*(?i:dnat|snat|masquerade|redirect|netmap).*"))
        .filter(decision -> !decision.text().contains("-j KUBE-MARK-MASQ"))
        .toList();
  }

  private static String supposed(Decision decision) {
    return switch (decision.table().isEmpty() ? decision.sort() + "-routed" : decision.sort()) {
      case "if-matched-routed" -> "it can't be told whether this is so: ";
      case "unless-matched-routed" -> "unless this is so, which can't be told: ";
      case "if-matched" -> "if this matches, which can't be told: ";
      case "unless-matched" -> "unless this matches, which can't be told: ";
      case "chance" -> "by chance: ";
      default -> "";
    };
  }

  private static String place(Decision decision) {
    return decision.origin().line() > 0
        ? decision.origin().toString()
        : "(" + decision.hook().toLowerCase(Locale.ROOT) + ")";
  }
}
