package io.kwhy.netfilter;

/** The packet's mark, or the connection's, as a number: for sets and ranges of marks. */
public record MarkField(boolean ofConnection) implements Field {

  @Override
  public Object read(Packet packet, HostNetwork host) {
    if (ofConnection && !packet.connection().present()) {
      return ABSENT;
    }
    Mark mark = ofConnection ? packet.connection().mark() : packet.mark();
    return mark.known() == -1 ? (Object) Integer.toUnsignedLong(mark.value()) : UNKNOWN;
  }
}
