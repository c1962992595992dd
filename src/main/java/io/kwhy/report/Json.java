package io.kwhy.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import io.kwhy.bundle.Printable;
import java.io.IOException;
import java.io.Writer;
import java.nio.CharBuffer;
import java.util.Map;

/** Writes trees as JSON. Characters that a terminal would act on are escaped, never lost. */
final class Json {
  private Json() {}

  /** As JSON over several lines, with a line end. */
  static void pretty(Tree tree, Appendable out) throws IOException {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""));
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    try (JsonGenerator generator = generator(out)) {
      generator.setPrettyPrinter(printer);
      write(tree, generator);
    }
    out.append('\n');
  }

  /** As JSON in one line, without a line end. */
  static void compact(Tree tree, Appendable out) throws IOException {
    try (JsonGenerator generator = generator(out)) {
      write(tree, generator);
    }
  }

  private static JsonGenerator generator(Appendable out) throws IOException {
    JsonFactory factory =
        new JsonFactoryBuilder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .characterEscapes(new Escapes())
            .build();
    return factory.createGenerator(new AppendableWriter(out));
  }

  private static void write(Tree tree, JsonGenerator generator) throws IOException {
    if (tree instanceof Tree.Fields fields) {
      generator.writeStartObject();
      for (Map.Entry<String, Tree> field : fields.byName().entrySet()) {
        generator.writeFieldName(field.getKey());
        write(field.getValue(), generator);
      }
      generator.writeEndObject();
    } else if (tree instanceof Tree.Items items) {
      generator.writeStartArray();
      for (Tree item : items.all()) {
        write(item, generator);
      }
      generator.writeEndArray();
    } else if (tree instanceof Tree.Text text) {
      generator.writeString(text.value());
    } else if (tree instanceof Tree.Whole whole) {
      generator.writeNumber(whole.value());
    } else if (tree instanceof Tree.Fraction fraction) {
      generator.writeNumber(fraction.value());
    } else if (tree instanceof Tree.Truth truth) {
      generator.writeBoolean(truth.value());
    }
  }

  private static final class Escapes extends CharacterEscapes {
    private static final long serialVersionUID = 1;

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] codes = CharacterEscapes.standardAsciiEscapesForJSON();
      codes[0x7f] = CharacterEscapes.ESCAPE_STANDARD;
      return codes;
    }

    /** Half of a character that stands outside the basic plane is left to stand with the other. */
    @Override
    public SerializableString getEscapeSequence(int c) {
      boolean half = c <= Character.MAX_VALUE && Character.isSurrogate((char) c);
      boolean visible = half || !Printable.isUnsafe(c);
      return visible ? null : new SerializedString(String.format("\\u%04x", c));
    }
  }

  private static final class AppendableWriter extends Writer {
    private final Appendable out;

    AppendableWriter(Appendable out) {
      this.out = out;
    }

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
      out.append(CharBuffer.wrap(characters, offset, length));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
