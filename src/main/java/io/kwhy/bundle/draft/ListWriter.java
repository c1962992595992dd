package io.kwhy.bundle.draft;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.kwhy.bundle.Printable;
import io.kwhy.bundle.redaction.JsonRedaction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Takes the pages of a list of objects as an API server gives them and keeps them as one list, in
 * which each object says its kind, without secrets. Nothing is held but the object at hand.
 */
public final class ListWriter implements AutoCloseable {
  /** An object of the API is at most 1.5 MiB, the limit of etcd. */
  private static final int LONGEST_TEXT = 4 << 20;

  /** Some 400,000 pods: lists that go on fill a disk. */
  private static final long LARGEST = 4L << 30;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(LONGEST_TEXT).build())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  /** Where a page ends: the token for the next, {@code ""} after the last. */
  public record Page(String next, int objects) {}

  /** What closes a list that broke off within an object: the object is left out. */
  private static final String END =
      " ],\n \"kind\" : \"List\",\n \"metadata\" : {\n  \"resourceVersion\" : \"\"\n }\n}\n";

  private final EntryWriter entry;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private final JsonGenerator out;
  private boolean broken;
  private final boolean metadataOnly;
  private final String kind;

  /**
   * @param kind of the objects, {@code ""} for what the list says
   */
  ListWriter(EntryWriter entry, String kind, boolean metadataOnly) throws IOException {
    this.entry = entry;
    this.out = generator(pending);
    this.kind = kind;
    this.metadataOnly = metadataOnly;
    out.writeStartObject();
    out.writeStringField("apiVersion", "v1");
    out.writeArrayFieldStart("items");
  }

  static JsonGenerator generator(OutputStream entry) throws IOException {
    return JSON.createGenerator(entry).setPrettyPrinter(new JsonLines());
  }

  static JsonParser parser(InputStream json) throws IOException {
    return JSON.createParser(json);
  }

  /** What is kept so far of the list; who reads on waits for more, until it is closed. */
  public InputStream open() throws IOException {
    return entry.growing().open();
  }

  /** Gives up, unless it is closed: there will be no such entry. */
  public void discard() {
    entry.discard();
  }

  /** Adds a page. */
  public Page page(InputStream json) throws IOException {
    return page(json, next -> {});
  }

  /**
   * Adds a page.
   *
   * @param onNext is told the token for the next page, if there is one, as soon as it is read:
   *     servers send it before the objects
   * @throws IOException if it is no list or ends too early; the objects before that are kept
   */
  public Page page(InputStream json, Consumer<String> onNext) throws IOException {
    try (JsonParser in = parser(json)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw new DamagedEntryException("expected a list of objects, found other JSON");
      }
      return new Reading(in, onNext).page();
    } catch (JsonProcessingException e) {
      // Its own words quote what it stumbled over.
      throw new DamagedEntryException("expected a list of objects, found text that is no JSON", e);
    }
  }

  @Override
  public void close() throws IOException {
    if (broken) {
      entry.write(END.getBytes(StandardCharsets.UTF_8));
      entry.close();
      return;
    }
    out.writeEndArray();
    out.writeStringField("kind", "List");
    out.writeObjectFieldStart("metadata");
    out.writeStringField("resourceVersion", "");
    out.writeEndObject();
    out.writeEndObject();
    out.writeRaw('\n');
    keep();
    entry.close();
  }

  /** What is whole goes to the entry. */
  private void keep() throws IOException {
    out.flush();
    pending.writeTo(entry);
    pending.reset();
  }

  private final class Reading {
    private final JsonParser in;
    private final Consumer<String> onNext;
    private String version = "";
    private String listed = "";
    private String next = "";
    private int objects;
    private boolean list;

    Reading(JsonParser in, Consumer<String> onNext) {
      this.in = in;
      this.onNext = onNext;
    }

    Page page() throws IOException {
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String field = in.currentName();
        in.nextToken();
        switch (field) {
          case "apiVersion" -> version = in.getValueAsString("");
          case "kind" -> listed = in.getValueAsString("");
          case "metadata" -> metadata();
          case "items" -> items();
          default -> in.skipChildren();
        }
      }
      if (!list) {
        throw new DamagedEntryException(
            "expected a list of objects, found \"" + Printable.name(listed) + "\"");
      }
      return new Page(next, objects);
    }

    private void metadata() throws IOException {
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String field = in.currentName();
        in.nextToken();
        if (field.equals("continue")) {
          next = in.getValueAsString("");
        } else {
          in.skipChildren();
        }
      }
      if (!next.isEmpty()) {
        onNext.accept(next);
      }
    }

    private void items() throws IOException {
      list = true;
      if (in.currentToken() != JsonToken.START_ARRAY) {
        return;
      }
      keep();
      while (in.nextToken() == JsonToken.START_OBJECT) {
        broken = true;
        item();
        broken = false;
        keep();
        objects++;
        if (entry.size() > LARGEST) {
          throw new IOException("expected at most " + LARGEST + " bytes of objects, found more");
        }
      }
    }

    /**
     * Lists of built-in kinds leave out what each object is; kubectl puts it back, and so do we.
     */
    private void item() throws IOException {
      out.writeStartObject();
      String ofKind = kind.isEmpty() ? withoutList(listed) : kind;
      boolean typed = false;
      JsonRedaction redaction = new JsonRedaction(in, out, metadataOnly);
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String field = in.currentName();
        in.nextToken();
        boolean type = field.equals("kind") || field.equals("apiVersion");
        if (!typed && !type && !ofKind.isEmpty()) {
          typed = true;
          out.writeStringField("apiVersion", version.isEmpty() || !kind.isEmpty() ? "v1" : version);
          out.writeStringField("kind", ofKind);
        }
        if (!type || ofKind.isEmpty()) {
          redaction.field(field);
        }
      }
      out.writeEndObject();
    }

    private static String withoutList(String kind) {
      return kind.length() > 4 && kind.endsWith("List") ? kind.substring(0, kind.length() - 4) : "";
    }
  }
}
