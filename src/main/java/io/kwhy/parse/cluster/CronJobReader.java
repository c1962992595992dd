package io.kwhy.parse.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.cluster.CronJob;
import io.kwhy.parse.Facts;
import io.kwhy.parse.json.JsonCursor;
import java.io.IOException;
import java.time.Instant;

/** A CronJob. */
final class CronJobReader extends ObjectReader {
  private String schedule = "";
  private boolean suspended;
  private String concurrency = "Allow";
  private int active;
  private Instant scheduled = Fact.UNKNOWN_TIME;
  private Instant succeeded = Fact.UNKNOWN_TIME;
  private int line;

  CronJobReader(JsonCursor json) {
    super(json);
  }

  @Override
  void section(String name) throws IOException {
    switch (name) {
      case "spec" -> json.fields(this::spec);
      case "status" -> json.fields(this::status);
      default -> {}
    }
  }

  private void spec(String name) throws IOException {
    switch (name) {
      case "schedule" -> schedule = json.word();
      case "concurrencyPolicy" -> concurrency = json.word();
      case "suspend" -> {
        suspended = json.flag();
        line = json.line();
      }
      default -> {}
    }
  }

  private void status(String name) throws IOException {
    switch (name) {
      case "active" -> json.elements(() -> active++);
      case "lastScheduleTime" -> scheduled = json.time();
      case "lastSuccessfulTime" -> succeeded = json.time();
      default -> {}
    }
  }

  @Override
  void tell(Facts facts) {
    facts.add(
        new CronJob(
            meta.namespace,
            meta.name,
            schedule,
            suspended,
            concurrency,
            active,
            scheduled,
            succeeded,
            meta.created,
            meta.deleting,
            facts.at(line == 0 ? meta.line : line)));
  }
}
