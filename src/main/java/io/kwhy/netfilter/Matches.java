package io.kwhy.netfilter;

import java.util.List;

/** Conditions that are no comparison. */
public interface Matches {

  /** One of several holds, or none if negated. */
  record Any(List<Match> of, boolean negated) implements Match {
    public Any {
      of = List.copyOf(of);
    }

    @Override
    public Truth test(Packet packet, HostNetwork host) {
      Truth found = Truth.NO;
      for (Match match : of) {
        found = found.or(match.test(packet, host));
      }
      return found.negatedIf(negated);
    }
  }

  /** All of several hold, or not all if negated. */
  record All(List<Match> of, boolean negated) implements Match {
    public All {
      of = List.copyOf(of);
    }

    @Override
    public Truth test(Packet packet, HostNetwork host) {
      Truth all = Truth.YES;
      for (Match match : of) {
        all = all.and(match.test(packet, host));
      }
      return all.negatedIf(negated);
    }
  }

  /** Decided by the rule alone. */
  record Always(Truth truth) implements Match {
    @Override
    public Truth test(Packet packet, HostNetwork host) {
      return truth;
    }
  }

  /** Holds for some packets by chance: {@code -m statistic}, {@code numgen}. */
  record ByChance() implements Match {
    @Override
    public Truth test(Packet packet, HostNetwork host) {
      return Truth.UNKNOWN;
    }

    @Override
    public boolean byChance() {
      return true;
    }
  }

  /** The bits of the packet's mark. */
  record PacketMark(int wanted, int mask, boolean negated) implements Match {
    @Override
    public Truth test(Packet packet, HostNetwork host) {
      return packet.mark().is(wanted, mask).negatedIf(negated);
    }
  }

  /** The bits of the connection's mark; there is none before tracking. */
  record ConnectionMark(int wanted, int mask, boolean negated) implements Match {
    @Override
    public Truth test(Packet packet, HostNetwork host) {
      return packet.connection().present()
          ? packet.connection().mark().is(wanted, mask).negatedIf(negated)
          : Truth.NO;
    }
  }

  /** The connection's addresses are translated: {@code --ctstate DNAT}, {@code ct status dnat}. */
  record Translated(boolean destination) implements Match {
    @Override
    public Truth test(Packet packet, HostNetwork host) {
      Connection connection = packet.connection();
      return connection.present()
          ? (destination ? connection.destination() : connection.source()).translated()
          : Truth.NO;
    }
  }
}
