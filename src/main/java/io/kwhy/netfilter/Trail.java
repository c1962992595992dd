package io.kwhy.netfilter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Steps so far; trails that part share their beginning. */
record Trail(Trail before, Step step, int length) {
  static final Trail START = new Trail(null, null, 0);

  Trail then(Step next) {
    return new Trail(this, next, length + 1);
  }

  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    for (Trail at = this; at.length > 0; at = at.before) {
      steps.add(at.step);
    }
    Collections.reverse(steps);
    return steps;
  }

  /** What both have in common: where they part had no effect. */
  Trail common(Trail other) {
    Trail a = this;
    Trail b = other;
    while (a.length > b.length) {
      a = a.before;
    }
    while (b.length > a.length) {
      b = b.before;
    }
    while (a.length > 0 && !a.step.equals(b.step)) {
      a = a.before;
      b = b.before;
    }
    return a;
  }
}
