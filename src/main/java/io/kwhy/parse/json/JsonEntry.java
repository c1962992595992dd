package io.kwhy.parse.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Utf8Repair;
import java.io.CharConversionException;
import java.io.IOException;

/**
 * Opens an entry as JSON. What breaks on the way is a gap; what was told before it stays told. The
 * words of the gaps are our own: a JSON library quotes what it stumbles over, which may be secret.
 */
public final class JsonEntry {
  private final JsonFactory factory;
  private final String content;

  /**
   * @param content what it is a document of, for messages, e.g. {@code a list of Node objects}
   */
  public JsonEntry(JsonFactory factory, String content) {
    this.factory = factory;
    this.content = content;
  }

  /** Reads a document. */
  @FunctionalInterface
  public interface Document {
    /**
     * Adds what it says, and gaps for what it does not.
     *
     * @throws IOException where it cannot be read any further, or is no JSON
     */
    void read(JsonCursor json, Facts facts) throws IOException;
  }

  /**
   * Hands over the document; what it breaks off with becomes a gap.
   *
   * @throws IOException where the entry cannot be read any further
   */
  public void read(Input input, Facts facts, Document document) throws IOException {
    try (Utf8Repair in = new Utf8Repair(input.open());
        JsonParser parser = factory.createParser(in)) {
      read(new JsonCursor(parser, facts, input.collectedAt()), facts, document);
      in.tell(facts::gap);
    }
  }

  private void read(JsonCursor json, Facts facts, Document document) throws IOException {
    try {
      document.read(json, facts);
    } catch (JsonEOFException e) {
      facts.gap(json.lineReached(), "ends in the middle of " + where(json));
    } catch (StreamConstraintsException e) {
      facts.gap(json.lineReached(), "was read up to here, in " + where(json) + ": " + limits());
    } catch (JacksonException | CharConversionException e) {
      facts.gap(json.lineReached(), "is not JSON from here on, in " + where(json));
    }
  }

  private String where(JsonCursor json) {
    String item = json.item();
    return item.isEmpty() ? content : item + " of " + content;
  }

  private static String limits() {
    return "what follows is deeper than "
        + JsonLimits.NESTING
        + " levels, has a name beyond "
        + JsonLimits.NAME
        + " or a text beyond "
        + JsonLimits.STRING
        + " characters, or a number beyond "
        + JsonLimits.NUMBER
        + " digits";
  }
}
