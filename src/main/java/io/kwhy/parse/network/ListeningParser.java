package io.kwhy.parse.network;

import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import io.kwhy.parse.text.Line;
import io.kwhy.parse.text.Lines;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code ss -lntup}, also without the column Netid, and {@code netstat -lntup}. Rows of other
 * families and states are passed over. Where ss wraps, the process stands on the next line.
 */
final class ListeningParser implements Parser {

  private static final Set<String> HEADERS = Set.of("Netid", "State", "Proto", "Active");

  /** What ss and netstat print in the first column for sockets that have no port. */
  private static final Set<String> OTHER_FAMILIES =
      Set.of(
          "raw",
          "raw6",
          "icmp",
          "icmp6",
          "u_str",
          "u_dgr",
          "u_seq",
          "unix",
          "nl",
          "p_raw",
          "p_dgr",
          "v_str",
          "v_dgr",
          "sctp",
          "dccp",
          "mptcp",
          "tipc",
          "xdp",
          "udplite",
          "udplite6");

  @Override
  public void parse(Input input, Facts facts) throws IOException {
    Reading reading = new Reading(input, facts);
    Lines.eachOfSome(input, facts, reading::line);
    reading.flush();
  }

  private static final class Reading {
    private final Input input;
    private final Facts facts;
    private Optional<SocketRow> last = Optional.empty();

    Reading(Input input, Facts facts) {
      this.input = input;
      this.facts = facts;
    }

    void line(Line line) {
      List<String> words = line.words();
      String first = words.get(0);
      if (line.indented() && first.startsWith("users:(")) {
        last = last.map(row -> row.withUsers(line.text()));
        return;
      }
      flush();
      if (HEADERS.contains(first) || OTHER_FAMILIES.contains(first) || first.startsWith("(")) {
        return;
      }
      if (SocketRow.listens(words)) {
        last = SocketRow.of(line, words);
      }
      if (last.isEmpty() && !SocketRow.elsewhere(words)) {
        facts.gap(line.number(), line.insteadOf("a listening socket"));
      }
    }

    void flush() {
      last.ifPresent(row -> facts.add(row.socket(input.node(), facts.at(row.line()))));
      last = Optional.empty();
    }
  }
}
