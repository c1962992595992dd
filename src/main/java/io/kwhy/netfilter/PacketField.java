package io.kwhy.netfilter;

/** Fields that both iptables and nftables know. */
public enum PacketField implements Field {
  PROTOCOL {
    @Override
    public Object read(Packet packet, HostNetwork host) {
      return (long) packet.header().protocol();
    }
  },
  /** 2 for IPv4, 10 for IPv6, as in the kernel's NFPROTO. */
  NETWORK_PROTOCOL {
    @Override
    public Object read(Packet packet, HostNetwork host) {
      return packet.v6() ? 10L : 2L;
    }
  },
  SOURCE {
    @Override
    public Object read(Packet packet, HostNetwork host) {
      return Field.address(packet.header().source());
    }
  },
  DESTINATION {
    @Override
    public Object read(Packet packet, HostNetwork host) {
      return Field.address(packet.header().destination());
    }
  },
  SOURCE_PORT {
    @Override
    public Object read(Packet packet, HostNetwork host) {
      return port(packet.header(), packet.header().sourcePort());
    }
  },
  DESTINATION_PORT {
    @Override
    public Object read(Packet packet, HostNetwork host) {
      return port(packet.header(), packet.header().destinationPort());
    }
  },
  TCP_FLAGS {
    @Override
    public Object read(Packet packet, HostNetwork host) {
      return of(packet.header(), Protocol.TCP, packet.header().tcpFlags());
    }
  },
  ICMP_TYPE {
    @Override
    public Object read(Packet packet, HostNetwork host) {
      return of(packet.header(), Protocol.ICMP, packet.header().icmp() >> 8);
    }
  },
  ICMP_CODE {
    @Override
    public Object read(Packet packet, HostNetwork host) {
      return of(packet.header(), Protocol.ICMP, low(packet.header().icmp()));
    }
  },
  ICMPV6_TYPE {
    @Override
    public Object read(Packet packet, HostNetwork host) {
      return of(packet.header(), Protocol.ICMPV6, packet.header().icmp() >> 8);
    }
  },
  ICMPV6_CODE {
    @Override
    public Object read(Packet packet, HostNetwork host) {
      return of(packet.header(), Protocol.ICMPV6, low(packet.header().icmp()));
    }
  },
  LATER_FRAGMENT {
    @Override
    public Object read(Packet packet, HostNetwork host) {
      return packet.header().laterFragment() ? 1L : 0L;
    }
  },
  IN {
    @Override
    public Object read(Packet packet, HostNetwork host) {
      return Field.device(packet.devices().in());
    }
  },
  OUT {
    @Override
    public Object read(Packet packet, HostNetwork host) {
      return Field.device(packet.devices().out());
    }
  },
  PORT_IN {
    @Override
    public Object read(Packet packet, HostNetwork host) {
      return Field.device(packet.devices().portIn());
    }
  },
  PORT_OUT {
    @Override
    public Object read(Packet packet, HostNetwork host) {
      return Field.device(packet.devices().portOut());
    }
  },
  BRIDGED {
    @Override
    public Object read(Packet packet, HostNetwork host) {
      return packet.devices().bridged() ? 1L : 0L;
    }
  },
  USER {
    @Override
    public Object read(Packet packet, HostNetwork host) {
      return packet.sentHere() ? Field.number(packet.user()) : ABSENT;
    }
  },
  GROUP {
    @Override
    public Object read(Packet packet, HostNetwork host) {
      return packet.sentHere() ? UNKNOWN : ABSENT;
    }
  },
  STATE {
    @Override
    public Object read(Packet packet, HostNetwork host) {
      return packet.connection().seen().bit();
    }
  },
  ORIGINAL_SOURCE {
    @Override
    public Object read(Packet packet, HostNetwork host) {
      return tracked(packet, packet.connection().original().source());
    }
  },
  ORIGINAL_DESTINATION {
    @Override
    public Object read(Packet packet, HostNetwork host) {
      return tracked(packet, packet.connection().original().destination());
    }
  },
  ORIGINAL_SOURCE_PORT {
    @Override
    public Object read(Packet packet, HostNetwork host) {
      return tracked(packet, packet.connection().original().sourcePort());
    }
  },
  ORIGINAL_DESTINATION_PORT {
    @Override
    public Object read(Packet packet, HostNetwork host) {
      return tracked(packet, packet.connection().original().destinationPort());
    }
  };

  private static Object port(Header header, int port) {
    return Protocol.hasPorts(header.protocol()) && !header.laterFragment()
        ? Field.number(port)
        : ABSENT;
  }

  private static Object of(Header header, int protocol, int value) {
    return header.protocol() == protocol && !header.laterFragment() ? Field.number(value) : ABSENT;
  }

  private static int low(int icmp) {
    return icmp < 0 ? icmp : icmp & 255;
  }

  /** Of a later packet it is not known whether it goes with the first one or is an answer. */
  private static Object tracked(Packet packet, Object value) {
    return switch (packet.connection().seen()) {
      case NEW -> value instanceof Integer port ? Field.number(port) : value;
      case INVALID, UNTRACKED -> ABSENT;
      case ESTABLISHED, RELATED -> UNKNOWN;
    };
  }
}
