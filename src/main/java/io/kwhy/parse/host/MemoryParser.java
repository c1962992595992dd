package io.kwhy.parse.host;

import io.kwhy.fact.node.Memory;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import io.kwhy.parse.text.Line;
import io.kwhy.parse.text.Lines;
import io.kwhy.parse.text.Numbers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** {@code free} of procps and busybox, new and old, in bytes or KiB. */
final class MemoryParser implements Parser {

  @Override
  public void parse(Input input, Facts facts) throws IOException {
    Reading reading = new Reading();
    if (Lines.each(input, facts, line -> reading.line(line, facts)) == 0) {
      facts.gap(0, "is empty");
    } else {
      reading.memory(input, facts);
    }
  }

  private static final class Reading {
    private List<String> header = List.of();
    private List<Long> memory = List.of();
    private List<Long> buffers = List.of();
    private List<Long> swap = List.of();
    private Line row = new Line(0, "");

    void line(Line line, Facts facts) {
      List<String> words = line.words();
      switch (words.get(0)) {
        case "total" -> header = words;
        case "Mem:" -> {
          memory = figures(words.subList(1, words.size()));
          row = line;
        }
        // "buffers/cache:" or, in busybox, "buffers:"
        case "-/+" -> buffers = figures(words.subList(Math.min(2, words.size()), words.size()));
        case "Swap:" -> swap = figures(words.subList(1, words.size()));
        case "Low:", "High:", "Total:" -> {}
        default -> facts.gap(line.number(), line.insteadOf("a row of free"));
      }
    }

    void memory(Input input, Facts facts) {
      if (row.number() == 0) {
        facts.gap(0, "has no row Mem:");
        return;
      }
      OptionalLong factor = MemoryUnit.bytes(memory);
      OptionalLong available = available();
      if (factor.isEmpty() || available.isEmpty()) {
        facts.gap(row.number(), row.insteadOf("total and available memory in bytes or KiB"));
        return;
      }
      long bytes = factor.getAsLong();
      facts.add(
          new Memory(
              input.node(),
              Numbers.times(memory.get(0), bytes),
              Numbers.times(available.getAsLong(), bytes),
              swap.size() < 2 ? 0 : Numbers.times(swap.get(0), bytes),
              swap.size() < 2 ? 0 : Numbers.times(swap.get(1), bytes),
              facts.at(row.number())));
    }

    /** Kernels before 3.14 don't tell; then what is free and what caches would give back. */
    private OptionalLong available() {
      if (header.contains("available")) {
        return column("available");
      }
      if (buffers.size() == 2) {
        return OptionalLong.of(buffers.get(1));
      }
      OptionalLong free = column("free");
      return free.isEmpty()
          ? free
          : OptionalLong.of(
              free.getAsLong() + column("buffers").orElse(0) + column("cached").orElse(0));
    }

    private OptionalLong column(String name) {
      int at = header.indexOf(name);
      return at < 0 || at >= memory.size() ? OptionalLong.empty() : OptionalLong.of(memory.get(at));
    }

    /** The leading numbers. */
    private static List<Long> figures(List<String> words) {
      List<Long> figures = new ArrayList<>();
      for (String word : words) {
        OptionalLong figure = Numbers.whole(word);
        if (figure.isEmpty() || figure.getAsLong() < 0) {
          break;
        }
        figures.add(figure.getAsLong());
      }
      return figures;
    }
  }
}
