package io.kwhy.cli;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.Draft;
import io.kwhy.fact.Fact;
import java.nio.file.Path;
import java.util.List;

/** What questions are answered from: bundles, or the live cluster where none is given. */
final class Seen {
  static final String BUNDLE =
      "Folder or archive; several are merged. None: look at the live cluster.";

  private Seen() {}

  static List<Fact> facts(List<Path> bundles, LiveOptions live) throws Exception {
    Engine engine = Engine.with(List.of());
    if (!bundles.isEmpty()) {
      return engine.facts(bundles);
    }
    try (Draft draft = Capture.look(live).take();
        Bundle bundle = draft.bundle("live")) {
      return engine.facts(bundle);
    }
  }
}
