package io.kwhy.bundle.draft;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;

/**
 * JSON with a line for each value, so that evidence has a line to point at: a space for each level,
 * {@code "name" : value}, as Jackson's own printer does it, which makes the same spaces each time
 * letter by letter.
 */
final class JsonLines implements PrettyPrinter {
  private static final SerializedString COLON = new SerializedString(" : ");
  private static final SerializedString[] LINES = lines(32);

  private int depth;

  private static SerializedString[] lines(int count) {
    SerializedString[] lines = new SerializedString[count];
    for (int level = 0; level < count; level++) {
      lines[level] = new SerializedString("\n" + " ".repeat(level));
    }
    return lines;
  }

  private void line(JsonGenerator out) throws IOException {
    out.writeRaw(LINES[Math.min(depth, LINES.length - 1)]);
    if (depth >= LINES.length) {
      out.writeRaw(" ".repeat(depth - LINES.length + 1));
    }
  }

  @Override
  public void writeRootValueSeparator(JsonGenerator out) throws IOException {
    out.writeRaw(' ');
  }

  @Override
  public void writeStartObject(JsonGenerator out) throws IOException {
    begin(out, '{');
  }

  @Override
  public void beforeObjectEntries(JsonGenerator out) throws IOException {
    line(out);
  }

  @Override
  public void writeObjectFieldValueSeparator(JsonGenerator out) throws IOException {
    out.writeRaw(COLON);
  }

  @Override
  public void writeObjectEntrySeparator(JsonGenerator out) throws IOException {
    next(out);
  }

  @Override
  public void writeEndObject(JsonGenerator out, int entries) throws IOException {
    end(out, entries, '}');
  }

  @Override
  public void writeStartArray(JsonGenerator out) throws IOException {
    begin(out, '[');
  }

  @Override
  public void beforeArrayValues(JsonGenerator out) throws IOException {
    line(out);
  }

  @Override
  public void writeArrayValueSeparator(JsonGenerator out) throws IOException {
    next(out);
  }

  @Override
  public void writeEndArray(JsonGenerator out, int values) throws IOException {
    end(out, values, ']');
  }

  private void begin(JsonGenerator out, char bracket) throws IOException {
    out.writeRaw(bracket);
    depth++;
  }

  private void next(JsonGenerator out) throws IOException {
    out.writeRaw(',');
    line(out);
  }

  private void end(JsonGenerator out, int parts, char bracket) throws IOException {
    depth--;
    if (parts > 0) {
      line(out);
    } else {
      out.writeRaw(' ');
    }
    out.writeRaw(bracket);
  }
}
