package io.kwhy.bundle.reading;

import io.kwhy.bundle.Printable;
import io.kwhy.fact.Gap;
import io.kwhy.fact.Origin;
import java.util.ArrayList;
import java.util.List;

/** The gaps of one input, as many as anybody reads. */
final class GapList {
  private final int limit;
  private final List<Gap> gaps = new ArrayList<>();
  private String firstUntold = "";
  private int untold;

  GapList(int limit) {
    this.limit = limit;
  }

  /**
   * @param entry name as the input gives it, safe or not
   */
  void add(String entry, String problem) {
    add(new Gap(Origin.of(Printable.name(entry)), problem));
  }

  void add(Gap gap) {
    if (gaps.size() < limit) {
      gaps.add(gap);
      return;
    }
    if (untold == 0) {
      firstUntold = gap.origin().entry();
    }
    untold++;
  }

  /**
   * All gaps, with paths below the bundle's root.
   *
   * @param prefix what wraps the bundle, {@code ""} or ending in a slash
   */
  List<Gap> below(String prefix) {
    List<Gap> all = new ArrayList<>(gaps);
    if (untold > 0) {
      String problem =
          "expected at most " + limit + " problems, found " + untold + " more, here and after";
      all.add(new Gap(Origin.of(firstUntold), problem));
    }
    all.replaceAll(gap -> below(prefix, gap));
    return all;
  }

  private static Gap below(String prefix, Gap gap) {
    Origin origin = gap.origin();
    return origin.entry().startsWith(prefix)
        ? new Gap(
            new Origin(origin.entry().substring(prefix.length()), origin.line()), gap.problem())
        : gap;
  }
}
