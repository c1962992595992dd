package io.kwhy.parse.log;

import io.kwhy.fact.log.Literal;
import io.kwhy.fact.log.Signal;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * All signals, compiled for one pass over a log. Immutable: one matcher serves any number of logs
 * and threads.
 */
public final class SignalMatcher {
  /**
   * A journal in JSON writes a message that has unprintable characters as an array of numbers, in
   * which no literal can be found: such lines are decoded first.
   */
  private static final Literal ENCODED = new Literal("\"MESSAGE\":[", false);

  private final List<KnownMessage> messages;
  private final LiteralSearch search;
  private final List<BitSet> messagesByLiteral;
  private final int encoded;

  private SignalMatcher(List<KnownMessage> messages) {
    this.messages = messages;
    Map<Literal, BitSet> byLiteral = new LinkedHashMap<>();
    for (int i = 0; i < messages.size(); i++) {
      for (Literal literal : messages.get(i).signal().text().literals()) {
        byLiteral.computeIfAbsent(literal, unused -> new BitSet()).set(i);
      }
    }
    encoded = byLiteral.size();
    byLiteral.put(ENCODED, new BitSet());
    messagesByLiteral = List.copyOf(byLiteral.values());
    search = new LiteralSearch(List.copyOf(byLiteral.keySet()));
  }

  /**
   * Makes signals ready.
   *
   * @throws IllegalArgumentException if two have the same id, or if the text of one has no literal:
   *     it would have to be tried on every line. The message names the signal
   */
  public static SignalMatcher of(List<Signal> signals) {
    Map<String, KnownMessage> byId = new LinkedHashMap<>();
    for (Signal signal : signals) {
      if (byId.put(signal.id(), KnownMessage.of(signal)) != null) {
        throw new IllegalArgumentException("signal \"" + signal.id() + "\" is there twice");
      }
    }
    return new SignalMatcher(List.copyOf(byId.values()));
  }

  LiteralSearch search() {
    return search;
  }

  /** The signals in the order given. */
  List<KnownMessage> messages() {
    return messages;
  }

  /** Whether a line with these literals has to be decoded before it can be searched. */
  boolean isEncoded(BitSet literals) {
    return literals.get(encoded);
  }

  /** Ids of the signals that end others. */
  Set<String> endings() {
    Set<String> endings = new TreeSet<>();
    messages.forEach(known -> endings.addAll(known.signal().over()));
    return endings;
  }

  /** Those messages, by place in {@link #messages}, that a line with these literals may hold. */
  BitSet candidates(BitSet literals) {
    BitSet candidates = new BitSet();
    for (int i = literals.nextSetBit(0); i >= 0; i = literals.nextSetBit(i + 1)) {
      candidates.or(messagesByLiteral.get(i));
    }
    return candidates;
  }
}
