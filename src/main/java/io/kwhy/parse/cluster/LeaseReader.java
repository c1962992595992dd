package io.kwhy.parse.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.cluster.Lease;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;
import java.time.Instant;

/** A Lease; its line is that of the last renewal. */
final class LeaseReader extends ObjectReader {
  private String holder = "";
  private Instant renewed = Fact.UNKNOWN_TIME;
  private int durationSeconds;
  private int line;

  LeaseReader(JsonCursor json) {
    super(json);
  }

  @Override
  void section(String name) throws IOException {
    if (name.equals("spec")) {
      json.fields(this::spec);
    }
  }

  private void spec(String name) throws IOException {
    switch (name) {
      case "holderIdentity" -> holder = json.word();
      case "leaseDurationSeconds" -> durationSeconds = json.integer();
      case "renewTime" -> {
        renewed = json.time();
        line = json.line();
      }
      default -> {}
    }
  }

  @Override
  void tell(Facts facts) {
    facts.add(
        new Lease(
            meta.namespace,
            meta.name,
            holder,
            renewed,
            durationSeconds,
            facts.at(line == 0 ? meta.line : line)));
  }
}
