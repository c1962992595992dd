package io.kwhy.netfilter;

/** The rules and routes of a host, asked about packets. */
public final class Firewall {
  private final Ruleset ruleset;
  private final HostNetwork host;

  /** Of one host. */
  public Firewall(Ruleset ruleset, HostNetwork host) {
    this.ruleset = ruleset;
    this.host = host;
  }

  /** What becomes of a packet that arrives on a device. */
  public Outcome receive(Packet packet) {
    Passage passage = new Passage(ruleset, host);
    passage.arrive(World.of(packet));
    return passage.outcome();
  }

  /** What becomes of a packet that a process of this host sends. */
  public Outcome send(Packet packet) {
    Passage passage = new Passage(ruleset, host);
    passage.leave(World.of(packet.sentHere() ? packet : packet.sentBy(-1)));
    return passage.outcome();
  }

  /**
   * What becomes of a frame that a bridge passes on from port to port, on a host that shows such
   * frames to its rules ({@code net.bridge.bridge-nf-call-iptables}). It arrives on the bridge.
   */
  public Outcome bridge(Packet packet) {
    Passage passage = new Passage(ruleset, host);
    passage.passOn(World.of(packet));
    return passage.outcome();
  }
}
