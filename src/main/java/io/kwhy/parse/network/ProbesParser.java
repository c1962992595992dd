package io.kwhy.parse.network;

import io.kwhy.fact.Fact;
import io.kwhy.fact.node.HostClock;
import io.kwhy.fact.probe.Probe;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import io.kwhy.parse.text.Line;
import io.kwhy.parse.text.Lines;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host's probes: tab-separated, the header names the columns, in any order. The probe of the
 * clock gives the host's clock as well.
 */
final class ProbesParser implements Parser {

  private static final List<String> NEEDED = List.of("probe", "target", "result");
  private static final Pattern SECONDS = Pattern.compile("([+-]?\\d{1,12}(?:\\.\\d{1,9})?) ?s");

  @Override
  public void parse(Input input, Facts facts) throws IOException {
    Reading reading = new Reading(input, facts);
    Lines.eachOfSome(input, facts, reading::line);
  }

  private static final class Reading {
    private final Input input;
    private final Facts facts;
    private List<String> header = List.of();

    Reading(Input input, Facts facts) {
      this.input = input;
      this.facts = facts;
    }

    void line(Line line) {
      List<String> cells = List.of(line.text().split("\t", -1));
      if (!header.isEmpty()) {
        row(line, cells);
      } else if (cells.containsAll(NEEDED)) {
        header = cells;
      } else {
        facts.gap(line.number(), line.insteadOf("a header with probe, target and result"));
      }
    }

    private void row(Line line, List<String> cells) {
      if (cells.size() > header.size()
          || NEEDED.stream().anyMatch(column -> cell(cells, column).isEmpty())) {
        facts.gap(line.number(), line.insteadOf("a probe in " + header.size() + " columns"));
        return;
      }
      Probe probe = probe(line, cells);
      facts.add(probe);
      if (probe.probe().equals("clock") && probe.target().equals("collector")) {
        clock(line, probe);
      }
    }

    private Probe probe(Line line, List<String> cells) {
      String name = cell(cells, "probe");
      ProbeTarget target = ProbeTarget.of(cell(cells, "target"));
      ProbeTarget meant = name.startsWith("dns") ? target.asQuestion() : target;
      String from = cell(cells, "from");
      return new Probe(
          input.node(),
          from.isEmpty() ? "node" : from,
          name,
          cell(cells, "target"),
          meant.peer(),
          meant.address(),
          meant.port(),
          meant.question(),
          cell(cells, "result"),
          cell(cells, "detail"),
          millis(cell(cells, "ms")),
          facts.at(line.number()));
    }

    private static int millis(String text) {
      return text.matches("\\d{1,7}(\\.\\d{1,9})?") ? (int) Double.parseDouble(text) : -1;
    }

    private void clock(Line line, Probe probe) {
      Matcher seconds = SECONDS.matcher(probe.detail());
      if (seconds.matches()) {
        facts.add(
            new HostClock(
                input.node(),
                Fact.UNKNOWN_TIME,
                input.collectedAt(),
                Double.parseDouble(seconds.group(1)),
                true,
                facts.at(line.number())));
      } else if (probe.result().equals("ok")) {
        facts.gap(line.number(), line.insteadOf("the clock's skew in seconds"));
      }
    }

    private String cell(List<String> cells, String column) {
      int at = header.indexOf(column);
      return at < 0 || at >= cells.size() ? "" : cells.get(at).strip();
    }
  }
}
