package io.kwhy.netfilter;

import java.util.List;

/** What a rule does. */
public sealed interface Action extends Statement {

  /** Ends this base chain; later chains are still asked. */
  record Accept() implements Action {}

  /** Drops without a word. */
  record Drop() implements Action {}

  /**
   * Drops and answers.
   *
   * @param with what the sender gets, such as icmp-port-unreachable or tcp-reset
   */
  record Reject(String with) implements Action {}

  /** Goes back to the calling chain; in a base chain, its policy decides. */
  record Return() implements Action {}

  /** Asks another chain of the table, and goes on here if that does not decide. */
  record Jump(String chain) implements Action {}

  /** As a jump, but a return goes back to the caller of this chain. */
  record Goto(String chain) implements Action {}

  /** Has no bearing on the packet's way: logs, counters. */
  record Nothing() implements Action {}

  /** Ends the rule. */
  record Continue() implements Action {}

  /** Could do anything: something that this evaluator does not know. */
  record Unknown() implements Action {}

  /** Changes the packet, or what is kept with it. */
  non-sealed interface Change extends Action {
    /** The packet as it is afterwards. */
    Packet apply(Packet packet);
  }

  /** Gives other addresses; ends the chain. */
  non-sealed interface Translate extends Action {

    /** Packets that may come out, more than one if chance decides; empty if it can't be told. */
    List<Packet> apply(Packet packet, HostNetwork host);
  }

  /** Chooses by a value. If there is nothing for it, the rule ends. */
  non-sealed interface Choose extends Action {

    /** What may be chosen, more than one if it can't be told or chance decides. */
    List<Action> choices(Packet packet, HostNetwork host);

    /** Whether chance decides, not evidence that is missing. */
    boolean byChance();
  }
}
