package io.kwhy.parse.cluster;

import io.kwhy.fact.cluster.Namespace;
import io.kwhy.parse.Facts;
import java.io.IOException;

/** A Namespace; its line is that of the phase. */
final class NamespaceReader extends ObjectReader {
  private String phase = "";
  private int line;

  NamespaceReader(JsonCursor json) {
    super(json);
  }

  @Override
  void section(String name) throws IOException {
    if (name.equals("status")) {
      json.fields(this::status);
    }
  }

  private void status(String name) throws IOException {
    if (name.equals("phase")) {
      phase = json.word();
      line = json.line();
    }
  }

  @Override
  void tell(Facts facts) {
    facts.add(
        new Namespace(
            meta.name, phase, meta.created, meta.deleting, facts.at(line == 0 ? meta.line : line)));
  }
}
