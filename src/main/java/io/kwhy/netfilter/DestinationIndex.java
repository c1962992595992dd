package io.kwhy.netfilter;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
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
  private final Map<IpAddress, List<Integer>> byDestination = new HashMap<>();

  private DestinationIndex(List<Rule> rules) {
    this.rules = rules.size();
    for (int i = 0; i < rules.size(); i++) {
      IpAddress single = rules.size() < LONG ? null : destination(rules.get(i));
      if (single == null) {
        others.set(i);
      } else {
        byDestination.computeIfAbsent(single, k -> new ArrayList<>()).add(i);
      }
    }
  }

  static DestinationIndex of(List<Rule> rules) {
    return new DestinationIndex(rules);
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
    List<Integer> own = byDestination.getOrDefault(destination, List.of());
    int found = Collections.binarySearch(own, from);
    int at = found < 0 ? -found - 1 : found;
    return at < own.size() ? Math.min(own.get(at), next) : next;
  }
}
