package io.kwhy.netfilter;

/** What rules change besides addresses. */
public interface Changes {

  /** The kernel's {@code mark = (mark & ~clear) ^ flip}. */
  record SetMark(int clear, int flip) implements Action.Change {
    @Override
    public Packet apply(Packet packet) {
      return packet.with(packet.mark().changed(clear, flip));
    }
  }

  /** The same for the connection's mark. */
  record SetConnectionMark(int clear, int flip) implements Action.Change {
    @Override
    public Packet apply(Packet packet) {
      Connection connection = packet.connection();
      return connection.present()
          ? packet.with(connection.marked(connection.mark().changed(clear, flip)))
          : packet;
    }
  }

  /** Copies the packet's mark to the connection. */
  record SaveMark(int connectionMask, int packetMask) implements Action.Change {
    @Override
    public Packet apply(Packet packet) {
      Connection connection = packet.connection();
      Mark saved = packet.mark().over(connection.mark(), connectionMask, packetMask);
      return connection.present() ? packet.with(connection.marked(saved)) : packet;
    }
  }

  /** Copies the connection's mark to the packet. */
  record RestoreMark(int connectionMask, int packetMask) implements Action.Change {
    @Override
    public Packet apply(Packet packet) {
      Connection connection = packet.connection();
      return connection.present()
          ? packet.with(connection.mark().over(packet.mark(), packetMask, connectionMask))
          : packet;
    }
  }

  /** Exempts the packet from connection tracking. */
  record Untrack() implements Action.Change {
    @Override
    public Packet apply(Packet packet) {
      return packet.connection().tracked() ? packet : packet.with(packet.connection().untracked());
    }
  }
}
