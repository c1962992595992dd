package io.kwhy.netfilter;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which rules of a long chain a packet need not be shown, because they begin with another single
 * destination: kube-proxy writes a chain with a rule for each service.
 */
final class DestinationIndex {
  private static final int LONG = 32;

  private final int rules;
  private final BitSet others = new BitSet();
  private final Map<IpAddress, int[]> byDestination = new HashMap<>();

  private DestinationIndex(List<Rule> rules) {
    this.rules = rules.size();
    for (int i = 0; i < rules.size(); i++) {
      IpAddress single = rules.size() < LONG ? null : destination(rules.get(i));
      if (single == null) {
        others.set(i);
      } else {
        byDestination.merge(single, new int[] {i}, DestinationIndex::joined);
      }
    }
  }

  static DestinationIndex of(List<Rule> rules) {
    return new DestinationIndex(rules);
  }

  private static int[] joined(int[] one, int[] other) {
    int[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  /** The one destination that a rule asks for first, or null. */
  private static IpAddress destination(Rule rule) {
    return !rule.statements().isEmpty()
            && rule.statements().get(0) instanceof Comparison first
            && first.field() == PacketField.DESTINATION
            && !first.negated()
            && first.pattern() instanceof Pattern.Addresses range
            && range.first().equals(range.last())
        ? range.first()
        : null;
  }

  /** The first rule from there on that may match a packet to this address. */
  int next(int from, IpAddress destination) {
    int other = others.nextSetBit(from);
    int next = other < 0 ? rules : other;
    if (destination.isUnspecified()) {
      return from;
    }
    for (int own : byDestination.getOrDefault(destination, new int[0])) {
      if (own >= from) {
        return Math.min(own, next);
      }
    }
    return next;
  }
}
