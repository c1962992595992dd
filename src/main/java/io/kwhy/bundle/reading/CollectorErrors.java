package io.kwhy.bundle.reading;

import io.kwhy.bundle.Damage;
import io.kwhy.bundle.Entry;
import io.kwhy.bundle.LineReader;
import io.kwhy.bundle.Printable;
import io.kwhy.fact.Gap;
import io.kwhy.fact.Origin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code errors.txt}: what the collector could not get, a line each. */
final class CollectorErrors {
  /** A cluster that answers nothing fails once for each of some 50 resources and for each pod. */
  private static final int LINES = 500;

  /**
   * kubectl passes on what the API server says about versions that will go; nothing is missing
   * then. Nearly every capture of a recent k3s has this line, healthy ones too.
   */
  private static final String WARNING = "Warning: ";

  private CollectorErrors() {}

  static List<Gap> in(Entry entry) {
    GapList gaps = new GapList(LINES);
    try (LineReader lines = new LineReader(entry.open())) {
      while (lines.next()) {
        String text = lines.text().strip();
        if (!text.isEmpty() && !text.startsWith(WARNING)) {
          gaps.add(new Gap(new Origin(entry.path(), lines.number()), Printable.text(text)));
        }
      }
    } catch (IOException e) {
      gaps.add(entry.path(), "expected a line for each problem, found: " + Damage.of(e));
    }
    return new ArrayList<>(gaps.below(""));
  }
}
