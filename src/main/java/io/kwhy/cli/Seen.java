package io.kwhy.cli;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.draft.Draft;
import io.kwhy.bundle.reading.BundleReader;
import io.kwhy.diagnosis.Completed;
import io.kwhy.diagnosis.Models;
import io.kwhy.fact.Fact;
import java.nio.file.Path;
import java.util.List;

/** What questions are answered from: bundles, or the live cluster where none is given. */
final class Seen {
  static final String BUNDLE =
      "Folder or archive; several are merged. None: look at the live cluster.";

  private Seen() {}

  /** The facts and what follows from them; a model that fails is told. */
  static List<Fact> completed(List<Path> bundles, LiveOptions live) throws Exception {
    Completed completed = Models.completed(facts(bundles, live));
    completed
        .failed()
        .forEach(
            model ->
                System.err.println(
                    "kwhy: "
                        + model.rule()
                        + " failed, and what it makes is missing: "
                        + model.problem()));
    return completed.facts();
  }

  static List<Fact> facts(List<Path> bundles, LiveOptions live) throws Exception {
    Engine engine = Engine.with(List.of());
    if (!bundles.isEmpty()) {
      return engine.facts(bundles);
    }
    try (Draft draft = Capture.look(live).take();
        Bundle bundle = BundleReader.of("live", draft.entries())) {
      return engine.facts(bundle);
    }
  }
}
