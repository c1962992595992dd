package io.kwhy.rule.contents;

import io.kwhy.fact.log.Literal;
import io.kwhy.fact.log.MessageText;
import io.kwhy.fact.log.Signal;
import io.kwhy.rule.file.RuleKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reads what {@link ContentsWriter} wrote. */
public final class ContentsReader {
  private ContentsReader() {}

  /**
   * The contents that a stream holds.
   *
   * @throws IOException if it holds something else, or another format
   */
  public static Contents read(InputStream stream) throws IOException {
    PackReader in = PackReader.of(stream.readAllBytes());
    try {
      int format = in.number();
      if (format != ContentsWriter.FORMAT) {
        throw new IOException(
            "%s has format %s, this kwhy reads %s"
                .formatted(Contents.PATH, format, ContentsWriter.FORMAT));
      }
      return contents(in);
    } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new IOException(Contents.PATH + " is damaged", e);
    }
  }

  private static Contents contents(PackReader in) {
    return new Contents(
        in.text(),
        in.text(),
        in.text(),
        in.texts(),
        in.texts(),
        all(in, ContentsReader::rule),
        parts(in),
        Set.copyOf(in.texts()),
        all(in, ContentsReader::signal),
        Cards.read(in));
  }

  private static <T> List<T> all(PackReader in, Function<PackReader, T> one) {
    int size = in.number();
    List<T> all = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      all.add(one.apply(in));
    }
    return all;
  }

  private static Map<String, Integer> parts(PackReader in) {
    int size = in.number();
    Map<String, Integer> parts = new HashMap<>();
    for (int i = 0; i < size; i++) {
      parts.put(in.text(), in.number());
    }
    return parts;
  }

  private static RuleEntry rule(PackReader in) {
    return new RuleEntry(
        in.text(),
        RuleKind.valueOf(in.text()),
        in.text(),
        in.text(),
        in.number(),
        in.text(),
        in.text(),
        in.texts(),
        all(in, ContentsReader::requirement),
        all(in, each -> new Yield(each.text(), each.text())));
  }

  private static Requirement requirement(PackReader in) {
    return new Requirement(
        in.text(),
        all(in, each -> new Requirement.Field(each.text(), each.number() == 1, each.texts())));
  }

  private static Signal signal(PackReader in) {
    return new Signal(
        in.text(),
        in.texts(),
        messageText(in),
        in.texts(),
        Signal.Role.valueOf(in.text()),
        in.text());
  }

  private static MessageText messageText(PackReader in) {
    return new MessageText(
        in.text(), all(in, each -> new Literal(each.text(), each.number() == 1)), in.texts());
  }
}
