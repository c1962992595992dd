package io.kwhy.fact.network;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * One of the entries by which flannel on a host reaches the pods of another node, where it is not
 * as flannel writes it.
 *
 * @param node host
 * @param peer the other Node
 * @param kind route, neighbour or forwarding entry
 * @param expected as {@code ip} or {@code bridge} would print it
 * @param found what is there instead; {@code ""} where nothing is
 * @param command that puts it right until flannel does
 */
public record PeerEntry(
    String node,
    String peer,
    String kind,
    String expected,
    String found,
    String command,
    Origin origin)
    implements Fact {
  @Override
  public String text() {
    return kind
        + " to "
        + peer
        + ": expected "
        + expected
        + (found.isEmpty() ? ", found none" : ", found " + found);
  }
}
