package io.kwhy.fact.network;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * Two nodes of which flannel tells the others one address.
 *
 * @param first that of all who share it whose name comes first
 * @param second another of them
 * @param origin what the second one tells
 */
public record SharedPublicIp(String first, String second, String address, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return "flannel public-ip " + address + " of " + first + " and " + second;
  }
}
