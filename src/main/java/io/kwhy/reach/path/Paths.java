package io.kwhy.reach.path;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Known;
import io.kwhy.netfilter.Packet;
import io.kwhy.reach.host.Packets;
import io.kwhy.reach.host.Peers;
import java.util.Collection;

/** Answers where a packet goes. */
public final class Paths {
  private Paths() {}

  /**
   * The way of the first packet from one end to the other.
   *
   * @param from a pod, a node or an address
   * @param to a pod, a service, a node or an address, with a port or without
   * @throws UnknownEndException if an end is not among the facts
   */
  public static PacketPath trace(Collection<? extends Fact> facts, String from, String to)
      throws UnknownEndException {
    Known known = new Known(facts);
    Ends ends = new Ends(known, new Peers(known, /* v6= */ false));
    End source = ends.find(from);
    End target = ends.find(to);
    if (source.words().startsWith("svc/")) {
      throw new UnknownEndException(
          "\"" + from + "\": a Service sends nothing, its pods do: ask for one of them");
    }
    if (source.address().isEmpty() || target.address().isEmpty()) {
      String words = source.address().isEmpty() ? from : to;
      throw new UnknownEndException("no address is known of " + words);
    }
    if (source.address().contains(":") != target.address().contains(":")) {
      throw new UnknownEndException(
          source.address() + " and " + target.address() + " are IPv4 and IPv6: no packet has both");
    }
    boolean looped = Ends.loops(target.address());
    Packet packet =
        Packets.between(
            looped ? target.address() : source.address(),
            target.address(),
            target.port(),
            target.protocol());
    Tracer tracer = new Tracer(known, new Peers(known, packet.v6()), ends);
    tracer.start(source, target, packet);
    String port = target.port() == 0 ? "" : ", " + target.port() + "/" + target.protocol();
    return new PacketPath(source.words(), target.words() + port, tracer.courses());
  }
}
