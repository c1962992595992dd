package io.kwhy.cli;

import io.kwhy.diagnosis.WarmUp;
import java.nio.file.Path;
import java.util.List;

/**
 * What a diagnosis takes.
 *
 * @param warm is over when the rule engine is ready, too
 */
record Ready(Engine engine, WarmUp warm) {
  /** With the built-in rules and those in these folders. */
  static Ready with(List<Path> rules) {
    Engine engine = Engine.with(rules);
    engine.reader();
    return new Ready(engine, WarmUp.start());
  }
}
