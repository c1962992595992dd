package io.kwhy.bundle.draft;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kwhy.bundle.Manifest;
import io.kwhy.fact.Fact;
import io.kwhy.fact.Gap;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** Writes {@code bundle.json}, a line for each value: evidence points at its lines. */
public final class ManifestWriter {
  private final OutputStream entry;

  /** Writes into an entry, which it closes. */
  public ManifestWriter(OutputStream entry) {
    this.entry = entry;
  }

  /**
   * Writes what a bundle says of itself.
   *
   * @param kubernetes version of the API server; {@code ""} where it is not known
   */
  public void write(Manifest manifest, String kubernetes, List<Gap> gaps) throws IOException {
    try (JsonGenerator json = ListWriter.generator(entry)) {
      json.writeStartObject();
      json.writeNumberField("schema", manifest.schema());
      json.writeStringField("product", manifest.product());
      json.writeStringField("collectedAt", manifest.collectedAt().toString());
      if (manifest.pseudonyms()) {
        json.writeBooleanField("pseudonyms", true);
      }
      json.writeObjectFieldStart("versions");
      json.writeStringField("kwhy", Manifest.KWHY);
      if (!kubernetes.isEmpty()) {
        json.writeStringField("kubernetes", kubernetes);
      }
      json.writeEndObject();
      json.writeObjectFieldStart("nodes");
      for (Map.Entry<String, Manifest.HostRecord> node : manifest.nodes().entrySet()) {
        json.writeFieldName(node.getKey());
        host(json, node.getValue());
      }
      json.writeEndObject();
      json.writeArrayFieldStart("gaps");
      for (Gap gap : gaps) {
        json.writeStartObject();
        json.writeStringField("entry", gap.origin().entry());
        json.writeStringField("problem", gap.problem());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void host(JsonGenerator json, Manifest.HostRecord host) throws IOException {
    json.writeStartObject();
    json.writeStringField("role", host.role());
    json.writeStringField("hostname", host.hostname());
    json.writeArrayFieldStart("addresses");
    for (String address : host.addresses()) {
      json.writeString(address);
    }
    json.writeEndArray();
    json.writeBooleanField("collected", host.collected());
    if (!host.collectedAt().equals(Fact.UNKNOWN_TIME)) {
      json.writeStringField("collectedAt", host.collectedAt().toString());
    }
    if (host.skewSeconds() != 0) {
      json.writeNumberField("skewSeconds", host.skewSeconds());
    }
    json.writeEndObject();
  }
}
