package io.kwhy.parse.network;

import io.kwhy.fact.network.Route;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import io.kwhy.parse.text.JsonRow;
import io.kwhy.parse.text.JsonRows;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code ip -j route}. A route of several next hops is a fact for each of them. */
final class IpRouteJsonParser implements Parser {

  @Override
  public void parse(Input input, Facts facts) throws IOException {
    JsonRows.each(
        input,
        facts,
        row -> {
          if (!row.blank()) {
            routes(row, input, facts);
          }
        });
  }

  private static void routes(JsonRow json, Input input, Facts facts) {
    RouteRow row =
        new RouteRow(
            json.text("type"),
            json.text("dst"),
            gateway(json),
            across(json),
            json.text("dev"),
            json.text("prefsrc"),
            json.text("metric"),
            json.text("table"),
            json.text("pref"));
    List<JsonRow> hops = json.list("nexthops");
    if (hops.isEmpty()) {
      add(row, json, input, facts);
    }
    hops.forEach(
        hop -> add(row.via(gateway(hop), across(hop), hop.text("dev")), json, input, facts));
  }

  private static void add(RouteRow row, JsonRow json, Input input, Facts facts) {
    Optional<Route> route = row.route(input.node(), facts.at(json.line()));
    route.ifPresentOrElse(
        facts::add, () -> facts.gap(json.line(), json.insteadOf("a route with dst")));
  }

  /** A gateway of the other family stands in an object of its own. */
  private static String gateway(JsonRow json) {
    return json.text("gateway").isEmpty() ? json.text("via.host") : json.text("gateway");
  }

  private static boolean across(JsonRow json) {
    return json.text("via.family").equals("inet6");
  }
}
