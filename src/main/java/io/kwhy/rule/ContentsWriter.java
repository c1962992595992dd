package io.kwhy.rule;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.kwhy.fact.log.Signal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Writes {@link Contents} as JSON; {@link ContentsReader} reads it. */
final class ContentsWriter {
  static final int FORMAT = 2;

  private final JsonGenerator json;

  private ContentsWriter(JsonGenerator json) {
    this.json = json;
  }

  static byte[] write(Contents contents) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      new ContentsWriter(json).writeContents(contents);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private void writeContents(Contents contents) throws IOException {
    json.writeStartObject();
    json.writeNumberField("format", FORMAT);
    json.writeStringField("sha256", contents.sha256());
    json.writeStringField("engine", contents.engine());
    json.writeStringField("basis", contents.basis());
    texts("models", contents.models());
    texts("declared", contents.declared());
    json.writeArrayFieldStart("rules");
    for (RuleEntry rule : contents.rules()) {
      write(rule);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("cards");
    for (Card card : contents.cards()) {
      write(card);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("signals");
    for (Signal signal : contents.signals()) {
      write(signal);
    }
    json.writeEndArray();
    json.writeObjectFieldStart("files");
    for (Map.Entry<String, String> file : contents.files().entrySet()) {
      json.writeStringField(file.getKey(), file.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void write(RuleEntry rule) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", rule.name());
    json.writeStringField("kind", rule.kind().name());
    json.writeStringField("area", rule.area());
    json.writeStringField("file", rule.file());
    json.writeStringField("line", Integer.toString(rule.line()));
    json.writeStringField("status", rule.status());
    json.writeStringField("package", rule.packageName());
    texts("types", rule.types());
    json.writeArrayFieldStart("requires");
    for (Requirement requirement : rule.requires()) {
      json.writeStartArray();
      json.writeString(requirement.type());
      json.writeString(requirement.field());
      for (String value : requirement.values()) {
        json.writeString(value);
      }
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("yields");
    for (Yield yield : rule.yields()) {
      json.writeString(yield.type());
      json.writeString(yield.id());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(Card card) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", card.id());
    json.writeStringField("kind", card.kind().name());
    json.writeStringField("area", card.area());
    json.writeStringField("title", card.title());
    json.writeStringField("severity", card.severity().name());
    json.writeStringField("status", card.status());
    texts("references", card.references());
    json.writeStringField("why", card.why());
    steps("fix", card.fix());
    steps("verify", card.verify());
    json.writeEndObject();
  }

  private void steps(String name, List<Card.Step> steps) throws IOException {
    json.writeArrayFieldStart(name);
    for (Card.Step step : steps) {
      json.writeStartObject();
      json.writeStringField("text", step.text());
      json.writeStringField("command", step.command());
      json.writeStringField("risk", step.risk().name());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void write(Signal signal) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", signal.id());
    texts("units", signal.units());
    json.writeStringField("text", signal.text());
    texts("over", signal.over());
    json.writeStringField("role", signal.role().name());
    json.writeStringField("source", signal.source());
    json.writeEndObject();
  }

  private void texts(String name, List<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
