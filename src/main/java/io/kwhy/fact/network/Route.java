package io.kwhy.fact.network;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * A route.
 *
 * @param destination {@code default} or address/prefix
 * @param table main unless said otherwise
 */
public record Route(
    String node,
    String destination,
    String gateway,
    String link,
    String source,
    int metric,
    String table,
    String type,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return (type.isEmpty() || type.equals("unicast") ? "" : type + " ")
        + destination
        + (gateway.isEmpty() ? "" : " via " + gateway)
        + (link.isEmpty() ? "" : " dev " + link)
        + (metric > 0 ? " metric " + metric : "");
  }
}
