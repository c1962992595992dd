package io.kwhy.parse.host;

import io.kwhy.bundle.redaction.Blanking;
import io.kwhy.fact.node.HostProcess;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import io.kwhy.parse.text.Line;
import io.kwhy.parse.text.Lines;
import io.kwhy.parse.text.Numbers;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/**
 * {@code ps} in any form whose header has PID and, as last column, the command: {@code ps -ef},
 * {@code ps aux}, {@code ps -o …}, busybox. A header alone is no gap: ps ran, and in a namespace of
 * its own it may be shown nothing.
 */
final class ProcessesParser implements Parser {

  private static final List<String> COMMANDS = List.of("COMMAND", "CMD", "ARGS");
  private static final List<String> USERS = List.of("USER", "UID");

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
      if (!header.isEmpty()) {
        process(line, line.columns(header.size()));
      } else if (heads(line.words())) {
        header = line.words();
      } else {
        facts.gap(line.number(), line.insteadOf("a header with PID and COMMAND"));
      }
    }

    private static boolean heads(List<String> words) {
      return words.contains("PID") && COMMANDS.contains(words.get(words.size() - 1));
    }

    private void process(Line line, List<String> columns) {
      OptionalLong pid = Numbers.whole(column(columns, List.of("PID")));
      if (pid.isEmpty() || columns.size() < header.size() - 1) {
        facts.gap(line.number(), line.insteadOf("a process"));
        return;
      }
      facts.add(
          new HostProcess(
              input.node(),
              pid.getAsLong(),
              Numbers.whole(column(columns, List.of("PPID"))).orElse(0),
              column(columns, USERS),
              Blanking.blank(column(columns, COMMANDS)),
              facts.at(line.number())));
    }

    private String column(List<String> columns, List<String> names) {
      for (int at = 0; at < columns.size(); at++) {
        if (names.contains(header.get(at))) {
          return columns.get(at);
        }
      }
      return "";
    }
  }
}
