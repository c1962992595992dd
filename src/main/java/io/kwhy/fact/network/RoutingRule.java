package io.kwhy.fact.network;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * A rule that says which table of routes a packet is looked up in.
 *
 * @param priority lower comes first
 * @param from sources it holds for: {@code all} or address/prefix
 * @param to destinations it holds for: {@code all} or address/prefix
 * @param other further conditions as printed, e.g. {@code fwmark 0x4000}; {@code ""} for none
 * @param table name or number; {@code ""} where the rule does something else
 * @param v6 of IPv6; each family has rules of its own
 */
public record RoutingRule(
    String node,
    int priority,
    String from,
    String to,
    String other,
    String table,
    boolean v6,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return priority
        + ": from "
        + from
        + (to.equals("all") ? "" : " to " + to)
        + (other.isEmpty() ? "" : " " + other)
        + (table.isEmpty() ? "" : " lookup " + table);
  }
}
