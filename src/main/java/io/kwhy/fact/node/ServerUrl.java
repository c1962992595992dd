package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * The URL of the server that a host was told to join, taken apart.
 *
 * @param url as it was given
 * @param scheme {@code https}; {@code ""} where there is none
 * @param address name or address of the server; {@code ""} where the URL has none
 * @param port 0 where the URL has none
 * @param named whether {@code address} is a name that has to be resolved
 */
public record ServerUrl(
    String node, String url, String scheme, String address, int port, boolean named, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "server: " + url;
  }
}
