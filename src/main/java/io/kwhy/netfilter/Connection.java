package io.kwhy.netfilter;

/**
 * What connection tracking knows of a packet's connection.
 *
 * @param tracked whether the packet has passed connection tracking on this host
 * @param original the addresses and ports before translation
 */
public record Connection(
    State state, boolean tracked, Nat destination, Nat source, Mark mark, Tuple original) {

  /** States, in the bits of nftables' {@code ct state}. */
  public enum State {
    INVALID(1),
    ESTABLISHED(2),
    RELATED(4),
    NEW(8),
    UNTRACKED(64);

    private final long bit;

    State(long bit) {
      this.bit = bit;
    }

    /** The bit that stands for it in {@code ct state}. */
    public long bit() {
      return bit;
    }
  }

  /** Ends of a connection; ports of -1 are unknown. */
  public record Tuple(
      IpAddress source, int sourcePort, IpAddress destination, int destinationPort) {}

  /**
   * One direction of address translation.
   *
   * @param settled the nat chains have been asked: they are asked once for a connection
   * @param translated whether they gave another address
   */
  public record Nat(boolean settled, Truth translated) {
    static final Nat OPEN = new Nat(false, Truth.NO);
    static final Nat NOT_KNOWN = new Nat(true, Truth.UNKNOWN);
    static final Nat NONE = new Nat(true, Truth.NO);
  }

  /** The first packet of a connection; of a later one it is not known how it is translated. */
  static Connection of(State state, Tuple original) {
    return switch (state) {
      case NEW -> new Connection(state, false, Nat.OPEN, Nat.OPEN, Mark.ZERO, original);
      case UNTRACKED, INVALID ->
          new Connection(state, false, Nat.NONE, Nat.NONE, Mark.ZERO, original);
      case ESTABLISHED, RELATED ->
          new Connection(state, false, Nat.NOT_KNOWN, Nat.NOT_KNOWN, Mark.UNKNOWN, original);
    };
  }

  /** The state that a rule sees at this point: before tracking, all is invalid. */
  public State seen() {
    return tracked || state == State.UNTRACKED ? state : State.INVALID;
  }

  /** Whether there is an entry for it at this point. */
  public boolean present() {
    return tracked && state != State.UNTRACKED;
  }

  Connection untracked() {
    return of(State.UNTRACKED, original);
  }

  /** Entered into the table, unless a rule has exempted it. */
  Connection track(Tuple ends) {
    return tracked ? this : new Connection(state, true, destination, source, mark, ends);
  }

  Connection marked(Mark newMark) {
    return new Connection(state, tracked, destination, source, newMark, original);
  }

  Connection destination(Nat nat) {
    return new Connection(state, tracked, nat, source, mark, original);
  }

  Connection source(Nat nat) {
    return new Connection(state, tracked, destination, nat, mark, original);
  }
}
