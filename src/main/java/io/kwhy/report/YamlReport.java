package io.kwhy.report;

import io.kwhy.diagnosis.Diagnosis;
import io.kwhy.rule.card.Card;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/** For programs and for reading: the JSON report's fields as YAML. */
public final class YamlReport implements Report {
  private final Function<String, Optional<Card>> cards;

  /**
   * @param cards what to say about an id; may know nothing of it
   */
  public YamlReport(Function<String, Optional<Card>> cards) {
    this.cards = cards;
  }

  @Override
  public void write(Diagnosis diagnosis, Appendable out) throws IOException {
    Yaml.write(new DiagnosisTree(diagnosis, cards).build(), out);
  }
}
