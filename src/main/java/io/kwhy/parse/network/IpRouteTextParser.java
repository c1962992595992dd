package io.kwhy.parse.network;

import io.kwhy.fact.network.Route;
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
 * {@code ip route}: perhaps a type, the destination, then keys and values. Next hops stand on lines
 * of their own below; each of them is a fact.
 */
final class IpRouteTextParser implements Parser {

  private static final Set<String> TYPES =
      Set.of(
          "unicast",
          "local",
          "broadcast",
          "multicast",
          "anycast",
          "throw",
          "unreachable",
          "prohibit",
          "blackhole",
          "nat");

  @Override
  public void parse(Input input, Facts facts) throws IOException {
    Reading reading = new Reading(input, facts);
    Lines.eachOfSome(input, facts, reading::line);
    reading.flush();
  }

  private static final class Reading {
    private final Input input;
    private final Facts facts;
    private Optional<RouteRow> route = Optional.empty();
    private Line line = new Line(0, "");
    private boolean complete;

    Reading(Input input, Facts facts) {
      this.input = input;
      this.facts = facts;
    }

    void line(Line next) {
      List<String> words = next.words();
      if (next.indented() && words.get(0).equals("nexthop")) {
        complete = true;
        route.ifPresent(
            row -> add(next, row.via(gateway(words), across(words), value(words, "dev"))));
      } else if (!next.indented()) {
        flush();
        complete = false;
        line = next;
        route = Optional.of(row(words));
      }
    }

    /** Adds the last route, if it was not added for its next hops. */
    void flush() {
      if (!complete) {
        route.ifPresent(row -> add(line, row));
      }
      route = Optional.empty();
    }

    private void add(Line at, RouteRow row) {
      Optional<Route> fact = row.route(input.node(), facts.at(at.number()));
      fact.ifPresentOrElse(facts::add, () -> facts.gap(at.number(), at.insteadOf("a route")));
    }
  }

  private static RouteRow row(List<String> words) {
    boolean typed = words.size() > 1 && TYPES.contains(words.get(0));
    return new RouteRow(
        typed ? words.get(0) : "",
        words.get(typed ? 1 : 0),
        gateway(words),
        across(words),
        value(words, "dev"),
        value(words, "src"),
        value(words, "metric"),
        value(words, "table"),
        value(words, "pref"));
  }

  /** {@code via 10.0.0.1}, or {@code via inet6 fe80::1} for a gateway of the other family. */
  private static String gateway(List<String> words) {
    String next = value(words, "via");
    return next.startsWith("inet") ? value(words, next) : next;
  }

  private static boolean across(List<String> words) {
    return value(words, "via").equals("inet6");
  }

  private static String value(List<String> words, String key) {
    return InterfaceHeader.after(words, key);
  }
}
